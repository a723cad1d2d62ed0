import { clip } from '#app/ai/prompt/text.ts'
import type { UsedPassage } from '#app/domain/answers/record.server.ts'
import { countShared, toIdeas } from './words.ts'

const SENTENCES_MAX = 2
const ANSWER_CHARACTERS_MAX = 800

/** What a passage says to a question, in its own words: an FAQ's answer, or the nearest sentences. */
export function quotePassage(passage: UsedPassage, asked: Set<string>): string {
  const body = withoutQuestion(passage)
  if (passage.sourceKind === 'faq') return clip(body, ANSWER_CHARACTERS_MAX)
  const sentences = body.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.trim() !== '')
  const ranked = sentences
    .map((text, index) => ({ text: text.trim(), index, shared: countShared(toIdeas(text), asked) }))
    .sort((a, b) => b.shared - a.shared || a.index - b.index)
    .filter(({ shared }, rank) => rank === 0 || shared > 0)
  const picked = ranked.slice(0, SENTENCES_MAX).sort((a, b) => a.index - b.index)
  return clip(picked.map(({ text }) => toSentence(text)).join(' '), ANSWER_CHARACTERS_MAX)
}

/** An FAQ's passage may repeat its question, which the customer has just asked. */
function withoutQuestion({ title, text }: UsedPassage): string {
  const body = text.trim()
  const rest = body.startsWith(title) ? body.slice(title.length).trim() : body
  return rest.replace(/^(?:a|answer|jibu)\s*:\s*/i, '') || body
}

/** Headings and list marks of a document are not said aloud. */
function toSentence(text: string): string {
  return text.replace(/^(?:#{1,6}|[-*•]|\d+[.)])\s+/, '')
}
