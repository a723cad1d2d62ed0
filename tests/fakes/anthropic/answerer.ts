import type { Passage, Question } from './passages.ts'
import type { ProductAnswer } from './product-answer.ts'
import { composeReply } from './reply-text.ts'
import { looksSwahili, toContentWords } from './words.ts'

const MAX_SOURCES = 2
const NOTHING_FOUND_CONFIDENCE = 0.1
const LOWEST_MATCH_CONFIDENCE = 0.25
const HIGHEST_MATCH_CONFIDENCE = 0.97
/** A second passage is cited only when it matches nearly as well as the best. */
const SECOND_SOURCE_SHARE = 0.8
/** A question this short ("and in red?") is read together with the one before. */
const FOLLOW_UP_WORDS = 1

const WANTS_PERSON =
  /\b(human|real person|representative|operator|supervisor|customer care|mhudumu|binadamu|mtu|(?<!(?:estate|travel|cleaning|insurance|ticket|shipping)\s)agent)\b|\b(speak|talk|chat)\s+(to|with)\s+(a\s+|some|the\s+)?(person|one|manager|owner|staff)/i
const GREETING = /^\W*(hi|hello|hey|good (morning|afternoon|evening)|habari|hujambo|mambo|sasa)\b/i
const THANKS = /^\W*(thanks?( you)?|asante( sana)?|ok(ay)?|great)\W*$/i

type Match = { passage: Passage; weight: number }

/** Answers like a careful, dull model: same request, same answer; only what the passages say. */
export function answerFromPassages(question: Question): ProductAnswer {
  const text = question.customerText
  if (WANTS_PERSON.test(text)) return handOver(text)
  const matches = rankPassages(question)
  const best = matches[0]
  if (best) return answerFrom(text, matches, coverageOf(question, matches))
  return GREETING.test(text) || THANKS.test(text) ? smallTalk(text) : nothingFound(text)
}

function answerFrom(text: string, matches: Match[], coverage: number): ProductAnswer {
  const span = HIGHEST_MATCH_CONFIDENCE - LOWEST_MATCH_CONFIDENCE
  const cited = pickCited(matches).map((match) => match.passage)
  return {
    reply: composeReply(text, cited),
    sources: cited.map((passage) => passage.number),
    confidence: Math.round((LOWEST_MATCH_CONFIDENCE + span * coverage) * 100) / 100,
    handOver: false,
    handOverReason: null,
  }
}

/** Passages that share a content word with the question, the best first; rare words weigh more. */
function rankPassages(question: Question): Match[] {
  const asked = askedWords(question)
  const bags = question.passages.map((passage) => new Set(toContentWords(passage.text)))
  const rarity = (word: string) =>
    Math.log(1 + bags.length / Math.max(1, bags.filter((bag) => bag.has(word)).length))
  return question.passages
    .map((passage, index) => ({
      passage,
      weight: asked
        .filter((word) => bags[index]!.has(word))
        .reduce((sum, word) => sum + rarity(word), 0),
    }))
    .filter((match) => match.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.passage.number - b.passage.number)
}

/** The share of the question's content words that the cited passages hold, 0..1. */
function coverageOf(question: Question, matches: Match[]): number {
  const asked = askedWords(question)
  const held = new Set(pickCited(matches).flatMap((match) => toContentWords(match.passage.text)))
  return asked.filter((word) => held.has(word)).length / asked.length
}

function pickCited(matches: Match[]): Match[] {
  const floor = (matches[0]?.weight ?? 0) * SECOND_SOURCE_SHARE
  return matches.slice(0, MAX_SOURCES).filter((match) => match.weight >= floor)
}

function askedWords(question: Question): string[] {
  const newest = toContentWords(question.customerText).filter((word) => word !== 'price')
  if (newest.length > FOLLOW_UP_WORDS || !question.earlierText) return newest
  const before = toContentWords(question.earlierText.split('\n').at(-1)!)
  return [...new Set([...newest, ...before.filter((word) => word !== 'price')])]
}

function handOver(text: string): ProductAnswer {
  const reply = looksSwahili(text)
    ? 'Sawa, nitamwita mwenzangu akusaidie.'
    : 'Of course. I am passing you to a colleague.'
  const handOverReason = 'The customer asked for a person.'
  return { reply, sources: [], confidence: 0.9, handOver: true, handOverReason }
}

function smallTalk(text: string): ProductAnswer {
  const swahili = looksSwahili(text) || /asante|hujambo|mambo/i.test(text)
  const hello = swahili ? 'Habari! Naweza kukusaidiaje?' : 'Hello! How can I help you today?'
  const thanks = swahili ? 'Karibu sana!' : 'You are welcome!'
  const reply = THANKS.test(text) ? thanks : hello
  return { reply, sources: [], confidence: 0.9, handOver: false, handOverReason: null }
}

function nothingFound(text: string): ProductAnswer {
  const reply = looksSwahili(text)
    ? 'Samahani, sina jibu la uhakika.'
    : 'I am sorry, I do not have a sure answer to that.'
  const confidence = NOTHING_FOUND_CONFIDENCE
  return { reply, sources: [], confidence, handOver: false, handOverReason: null }
}
