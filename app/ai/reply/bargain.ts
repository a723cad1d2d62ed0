import { checkClaims } from '#app/ai/claims/check.ts'
import type { SourceText } from '#app/ai/claims/check.ts'
import type { CheckedClaim } from '#app/domain/answers/claim.ts'

const MONEY = new Set(['price', 'discount', 'percent', 'quantity'])
/** Below it, a number beside no word of money is hardly a price. */
const BARE_PRICE_FROM = 100
/** What follows a price rather than what is counted by a number. */
const BESIDE_A_PRICE = new Set([
  ...['for', 'each', 'only', 'last', 'final', 'is', 'per', 'cash', 'please', 'deal', 'ok', 'okay'],
  ...['and', 'or', 'then', 'now', 'if', 'max', 'fine', 'right'],
  ...['bob', 'say', 'that', 'can', 'will'],
  ...['sawa', 'tu', 'basi', 'kwa', 'kila', 'taslimu', 'tafadhali', 'ni', 'na', 'au', 'mwisho'],
])
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
  const hasBid = asked.some((claim) => claim.source === null && isBid(claim, words))
  return hasBid ? { kind: 'price', text: yes, source: null, passage: null } : undefined
}

function isBid({ kind, text }: CheckedClaim, words: string): boolean {
  if (kind !== 'quantity') return MONEY.has(kind)
  return Number(text.replace(/[^\d.]/g, '')) >= BARE_PRICE_FROM && isBareIn(words, text)
}

/** Whether a number stands somewhere by itself: "for 9000?", and not "150 guests". */
function isBareIn(words: string, number: string): boolean {
  return words.split(number).some((_, index, parts) => {
    const next = /^\W*(\p{L}+)/u.exec(parts[index + 1] ?? '')?.[1]
    const isCut = index === parts.length - 1
    return !isCut && (next === undefined || BESIDE_A_PRICE.has(next.toLowerCase()))
  })
}
