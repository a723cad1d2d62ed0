import { toPattern, toPlain } from '#app/domain/contacts/score-rules.ts'
import { feelingWords, inquiryWords } from './topic-words.ts'
import type { InquiryType } from './topic-words.ts'

export type Sentiment = 'positive' | 'neutral' | 'negative'

export const inquiryTypes = [...(Object.keys(inquiryWords) as InquiryType[]), 'other'] as const
export const sentiments = ['positive', 'neutral', 'negative'] as const

const inquiryPatterns = Object.entries(inquiryWords).map(
  ([type, words]) => [type as InquiryType, toPattern(words)] as const,
)
const positive = toPattern(feelingWords.positive)
const negative = toPattern(feelingWords.negative)
/** “not happy”, “si nzuri”: the word turned round. */
const denied = toPattern([
  ...['not happy', 'not good', 'not great', 'not helpful', 'not like', 'si nzuri', 'sio nzuri'],
  'no thanks',
])

/**
 * What a customer's texts are about and how they sound, by the tables of words: the same texts
 * always give the same. For reports, filters and routing.
 */
export function readTopics(texts: string[]): { inquiryType: InquiryType; sentiment: Sentiment } {
  const plain = texts.map(toPlain).join('\n')
  let inquiryType: InquiryType = 'other'
  let most = 0
  for (const [type, pattern] of inquiryPatterns) {
    const count = countMatches(plain, pattern)
    if (count <= most) continue
    most = count
    inquiryType = type
  }
  return { inquiryType, sentiment: toSentiment(plain) }
}

function toSentiment(plain: string): Sentiment {
  const turned = countMatches(plain, denied)
  const good = countMatches(plain, positive) - turned
  const bad = countMatches(plain, negative)
  if (good === bad) return 'neutral'
  return good > bad ? 'positive' : 'negative'
}

function countMatches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
