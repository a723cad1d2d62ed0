import { checkClaims } from '#app/ai/claims/check.ts'
import type { SourceText } from '#app/ai/claims/check.ts'
import type { CheckedClaim } from '#app/domain/answers/claim.ts'

const MONEY = new Set(['price', 'discount', 'percent', 'quantity'])
/** Below it, a number beside no word of money is hardly a price. */
const BARE_PRICE_FROM = 100
/** Yes to a price, in words alone. */
const DEAL =
  /\b(?:deal|agreed?|(?:i|we)(?:'ll| will| can| do)?\s+(?:accept|take (?:it|that)|do (?:it|that))|accepted|approved|sold|(?:it|that)(?:'s| is| works)\s*yours|your (?:price|offer|amount|figure)|you(?:'ve| have)? got (?:it|a deal|yourself)|tumekubaliana|nimekubali|nakubali|tunakubali|imekubalika|bei yako|ofa yako)\b/i
/** Yes to whatever was asked last. */
const YES =
  /\b(?:yes|sure|of course|no problem|ok(?:ay)?|fine|done|sawa|ndiyo|ndio)\b|\b(?:it|that)(?:'s| is| works)\s*(?:fine|okay|ok|good)\b/i

/**
 * A yes to a price that only the customer named: as good as naming it, and no source bears it
 * out. A reply that says a price of ours beside it has answered with that one.
 *
 * @returns the yes as a claim that stands nowhere, or undefined
 */
export function findUnbackedDeal(order: {
  reply: string
  /** what the reply names */
  claims: CheckedClaim[]
  /** the customer's unanswered words, and what they wrote before */
  turnText: string
  beforeText: string
  sources: SourceText[]
  currency: string
}): CheckedClaim | undefined {
  const { reply, claims, turnText, beforeText, sources, currency } = order
  const deal = DEAL.exec(reply)?.[0]
  const yes = deal ?? YES.exec(reply)?.[0]
  if (yes === undefined) return undefined
  const isOurs = ({ kind, source }: CheckedClaim) =>
    kind === 'price' && source !== null && source !== 'customer'
  if (claims.some(isOurs)) return undefined
  // A plain yes is said to the newest words; a deal may be about a price of long before.
  const words = deal === undefined ? turnText : `${turnText}\n${beforeText}`
  const asked = checkClaims({ reply: words, sources, customer: [], currency })
  const hasBid = asked.some(({ kind, text, source }) => source === null && isBid(kind, text))
  return hasBid ? { kind: 'price', text: yes, source: null, passage: null } : undefined
}

function isBid(kind: CheckedClaim['kind'], text: string): boolean {
  if (kind !== 'quantity') return MONEY.has(kind)
  return Number(text.replace(/[^\d.]/g, '')) >= BARE_PRICE_FROM
}
