import { scoreWords } from './score-words.ts'
import type { WordList } from './score-words.ts'

export const SCORE_START = 50
export const SCORE_WINDOW_MS = 30 * 24 * 3_600_000
const GREEN_FROM = 80
const YELLOW_FROM = 50
const FAST_BELOW_MS = 5 * 60_000
const SLOW_ABOVE_MS = 60 * 60_000
const ENGAGED_FROM_MESSAGES = 8
/** How many of the newest reply times the median is taken of. */
const REPLY_TIMES_MAX = 5

export type ScoreRule =
  | 'buying_words'
  | 'price_question'
  | 'product_question'
  | 'fast_replies'
  | 'many_messages'
  | 'positive_words'
  | 'objection'
  | 'slow_replies'

export type ScoreColor = 'green' | 'yellow' | 'red'

/** One message of the contact's conversations; `at` is UTC ms. */
export type ScoredMessage = { id: number; isInbound: boolean; text: string; at: number }

/** Why the score is what it is; `messageId` is the evidence. */
export type Contribution = {
  rule: ScoreRule
  ordinal: number
  points: number
  messageId: number
  at: number
}

type Rule = {
  points: number
  /** how often it may count */
  times: number
  /** the messages that earned it, oldest first */
  findEvidence: (inbound: ScoredMessage[], all: ScoredMessage[]) => ScoredMessage[]
}

/** ARCHITECTURE.md's table of the behaviour score, and nothing beside it. */
export const scoreRules = {
  buying_words: { points: 20, times: 2, findEvidence: saying('buying') },
  price_question: { points: 15, times: 1, findEvidence: saying('price') },
  product_question: { points: 15, times: 1, findEvidence: saying('product') },
  fast_replies: { points: 10, times: 1, findEvidence: replying((ms) => ms < FAST_BELOW_MS) },
  many_messages: { points: 10, times: 1, findEvidence: writingOften },
  positive_words: { points: 10, times: 1, findEvidence: saying('positive') },
  objection: { points: -15, times: 1, findEvidence: saying('objection') },
  slow_replies: { points: -10, times: 1, findEvidence: replying((ms) => ms > SLOW_ABOVE_MS) },
} satisfies Record<ScoreRule, Rule>

/**
 * The behaviour score of a contact's messages, oldest first; what is older than 30 days does
 * not count.
 *
 * @returns a whole number 0..100 and each contribution with the message that earned it
 */
export function toScore(
  messages: ScoredMessage[],
  now: number,
): { score: number; contributions: Contribution[] } {
  const recent = messages.filter((message) => message.at >= now - SCORE_WINDOW_MS)
  const inbound = recent.filter((message) => message.isInbound)
  const contributions = Object.entries(scoreRules).flatMap(
    ([rule, { points, times, findEvidence }]) =>
      findEvidence(inbound, recent)
        .slice(0, times)
        .map(({ id, at }, ordinal) => ({
          ...{ rule: rule as ScoreRule, ordinal, points },
          ...{ messageId: id, at },
        })),
  )
  const sum = contributions.reduce((total, { points }) => total + points, SCORE_START)
  return { score: Math.min(100, Math.max(0, sum)), contributions }
}

export function toScoreColor(score: number): ScoreColor {
  if (score >= GREEN_FROM) return 'green'
  return score >= YELLOW_FROM ? 'yellow' : 'red'
}

/** Every occurrence of a word of the list, as the message that holds it. */
function saying(list: WordList): Rule['findEvidence'] {
  const pattern = toPattern(scoreWords[list])
  return (inbound) =>
    inbound.flatMap((message) => (toPlain(message.text).match(pattern) ?? []).map(() => message))
}

/** A pattern for words of a table: `*` at a word's end also takes longer forms. Of plain text. */
export function toPattern(words: readonly string[]): RegExp {
  const parts = words.map((word) => word.replace('*', '[a-z]*'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
}

/** Lower case without accents, as the tables of words are written. */
export function toPlain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’‘]/g, "'")
    .toLowerCase()
}

function writingOften(inbound: ScoredMessage[]): ScoredMessage[] {
  const eighth = inbound[ENGAGED_FROM_MESSAGES - 1]
  return eighth ? [eighth] : []
}

/** Median of the newest reply times; the evidence is the newest reply. */
function replying(isMet: (medianMs: number) => boolean): Rule['findEvidence'] {
  return (_inbound, all) => {
    const replies = listReplies(all).slice(-REPLY_TIMES_MAX)
    const last = replies.at(-1)
    return last && isMet(medianOf(replies.map(({ tookMs }) => tookMs))) ? [last.message] : []
  }
}

/** The contact's first message after each of ours, with the time between the two. */
function listReplies(all: ScoredMessage[]): { message: ScoredMessage; tookMs: number }[] {
  return all.flatMap((message, index) => {
    const before = all[index - 1]
    if (!before || before.isInbound || !message.isInbound) return []
    return [{ message, tookMs: message.at - before.at }]
  })
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] as number
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] as number) + upper) / 2
}
