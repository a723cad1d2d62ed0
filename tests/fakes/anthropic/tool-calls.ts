import type { Question } from './passages.ts'
import type { ProductAnswer } from './product-answer.ts'

export type Call = { name: string; input: Record<string, unknown> }

const DAY_MS = 86_400_000

/** What a dull but willing model calls a tool for, by the customer's words. */
const WISHES: { name: string; words: RegExp; toInput: (text: string) => Call['input'] }[] = [
  {
    name: 'look_up_purchases',
    words:
      /\b(my|our) (last|previous|earlier|past)?\s*(orders?|purchases?)\b|\bdid i (buy|order)\b|\b(nilinunua|niliagiza)\b/i,
    toInput: () => ({}),
  },
  {
    name: 'create_follow_up',
    words: /\b(call|remind|ring|phone) me\b|\b(nipigie|nikumbushe)\b/i,
    toInput: (text) => ({ about: text.slice(0, 120), day: toTomorrow(), time: '10:00' }),
  },
]

/**
 * The calls that the fake makes by itself before it answers: none once it has called, or where no
 * fitting tool is offered. Everything else is for scripts.
 */
export function callsFor(question: Question, offered: string[]): Call[] {
  if (question.hasCalled) return []
  return WISHES.filter(
    ({ name, words }) => offered.includes(name) && words.test(question.customerText),
  ).map(({ name, toInput }) => ({ name, input: toInput(question.customerText) }))
}

/** What it says once its own calls came back; null where they were none of its own. */
export function answerFromTools(question: Question): ProductAnswer | null {
  if (!question.hasCalled || question.toolResults.length === 0) return null
  const isOwn = WISHES.some(({ words }) => words.test(question.customerText))
  if (!isOwn) return null
  return {
    reply: question.toolResults.map(toSentence).join(' '),
    ...{ sources: [], confidence: 0.9, handOver: false, handOverReason: null },
  }
}

function toSentence(result: string): string {
  if (result.startsWith('- ')) return `This is what I found:\n${result}`
  return result.includes('reminded') ? 'A colleague will get back to you then.' : result
}

function toTomorrow(): string {
  return new Date(Date.now() + DAY_MS).toISOString().slice(0, 10)
}
