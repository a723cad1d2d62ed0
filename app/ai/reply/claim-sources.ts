import { checkClaims } from '#app/ai/claims/check.ts'
import type { SourceText } from '#app/ai/claims/check.ts'
import { toCleanText } from '#app/ai/prompt/text.ts'
import { findUnbackedDeal } from './bargain.ts'
import type { CheckedClaim } from '#app/domain/answers/claim.ts'
import type { ModelPrompt } from '#app/ai/model/client.server.ts'
import type { UsedPassage } from '#app/domain/answers/record.server.ts'
import type { Thread } from '#app/domain/answers/thread.server.ts'

/** As much of the newest words as the model is shown. */
const TURN_CHARACTERS_MAX = 4_000

export type Grounds = {
  prompt: ModelPrompt
  passages: UsedPassage[]
  thread: Pick<Thread, 'earlier' | 'turn'>
  /** the company's */
  currency: string
  /** what tools returned of the company's own data while the reply was written */
  looked: string[]
}

/**
 * Looks up what a reply names in all that it may rest on, the passages it cites first: then what
 * the company says of itself, the other passages, and what we wrote in this conversation before.
 */
export function checkReply(reply: string, cited: number[], grounds: Grounds): CheckedClaim[] {
  const { passages, thread, currency, looked } = grounds
  const isCited = ({ number }: UsedPassage) => cited.includes(number)
  const ours = thread.earlier.filter(({ isInbound }) => !isInbound)
  const theirs = [...thread.earlier.filter(({ isInbound }) => isInbound), ...thread.turn]
  const sources: SourceText[] = [
    ...passages.filter(isCited).map(toSource),
    { source: 'company', passage: null, text: toCompanyText(grounds.prompt) },
    ...looked.map((text) => ({ source: 'tool' as const, passage: null, text })),
    ...passages.filter((passage) => !isCited(passage)).map(toSource),
    { source: 'said', passage: null, text: ours.map(({ text }) => text ?? '').join('\n') },
  ]
  const customer = theirs.map(({ text }) => text ?? '')
  const claims = checkClaims({ reply, currency, sources, customer })
  const turnText = toShort(thread.turn)
  const beforeText = toShort(thread.earlier.filter(({ isInbound }) => isInbound))
  const deal = findUnbackedDeal({ reply, claims, turnText, beforeText, sources, currency })
  return deal ? [...claims, deal] : claims
}

/** The newest of it, where it is long. */
function toShort(messages: Thread['turn']): string {
  const newest = messages.toReversed().map(({ text }) => text ?? '')
  return toCleanText(newest.join('\n'), TURN_CHARACTERS_MAX)
}

function toSource({ number, title, text, url }: UsedPassage): SourceText {
  return { source: 'passage', passage: number, text: [title, text, url ?? ''].join('\n') }
}

/** What tells the assistant how to be, or what not to do, is no source. */
const ORDERS = /^(?:Rules|Limits|Never|Words|Reference[^:]*):/

/** What the prompt says of the company and the hour. */
function toCompanyText({ stableSystem, changingSystem }: ModelPrompt): string {
  const [head = ''] = changingSystem.split(/^Passages:/m)
  const facts = stableSystem.split('\n\n').filter((part) => !ORDERS.test(part))
  return [...facts, head].join('\n')
}
