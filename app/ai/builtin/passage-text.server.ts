import { clip } from '#app/ai/prompt/text.ts'
import type { UsedPassage } from '#app/domain/answers/record.server.ts'
import { countShared, toHeldIdeas } from './words.server.ts'

const ANSWER_CHARACTERS_MAX = 800

/** What a passage says to a question, in its own words: an FAQ's answer, or the nearest sentence. */
export function quotePassage(passage: UsedPassage, asked: Set<string>): string {
  const body = withoutQuestion(passage)
  if (passage.sourceKind === 'faq') return clip(body, ANSWER_CHARACTERS_MAX)
  const sentences = body.split(/(?<=[.!?])\s+|\n+/).filter((sentence) => sentence.trim() !== '')
  const shared = sentences.map((text) => countShared(toHeldIdeas(text), asked))
  const best = shared.indexOf(Math.max(...shared))
  // What follows may finish the thought; what stands elsewhere is about something else.
  const next = (shared[best + 1] ?? 0) > 0 ? sentences[best + 1] : undefined
  const quoted = [sentences[best], next].filter((text) => text !== undefined)
  return clip(quoted.map(toSentence).join(' '), ANSWER_CHARACTERS_MAX)
}

/** An FAQ's passage may repeat its question, which the customer has just asked. */
function withoutQuestion({ title, text }: UsedPassage): string {
  const body = text.trim()
  const rest = body.startsWith(title) ? body.slice(title.length).trim() : body
  return rest.replace(/^(?:a|answer|jibu)\s*:\s*/i, '') || body
}

/** Headings and list marks of a document are not said aloud. */
function toSentence(text: string): string {
  return text.trim().replace(/^(?:#{1,6}|[-*•]|\d+[.)])\s+/, '')
}
