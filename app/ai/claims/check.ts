import type { CheckedClaim, ClaimSource } from '#app/domain/answers/claim.ts'
import type { Claim } from './claim.ts'
import { extractClaims } from './extract.ts'
import { mayQuote } from './quoting.ts'

/** A text that a reply may rest on; `passage` is its number where it is one. */
export type SourceText = { source: ClaimSource; passage: number | null; text: string }

export type ClaimCheck = {
  reply: string
  /** the first that holds a claim is named as its source */
  sources: SourceText[]
  /** the customer's own words: they bear out a claim only where the reply repeats them */
  customer: string[]
  /** the company's */
  currency: string
}

const CLAIMS_MAX = 40

/**
 * Looks up everything a reply names. A claim that stands in no source is returned with
 * `source: null`: such a reply is not sent.
 */
export function checkClaims({ reply, sources, customer, currency }: ClaimCheck): CheckedClaim[] {
  const claims = extractClaims(reply, currency).filter(({ keys }) => keys.length > 0)
  if (claims.length === 0) return []
  const held = sources.map(({ text }) => toKeys(text, currency))
  const said = toKeys(customer.join('\n'), currency)
  const checked = new Map<string, CheckedClaim>()
  for (const claim of claims) {
    const at = held.findIndex((keys) => claim.keys.some((key) => keys.has(key)))
    const from = sources[at]
    const isQuoted = !from && claim.keys.some((key) => said.has(key)) && mayQuote(claim, reply)
    const source = from?.source ?? (isQuoted ? 'customer' : null)
    const known = checked.get(claim.keys.join())
    // The same figure said twice is as good as its worse half.
    if (known && (known.source === null || source !== null)) continue
    const { kind, text } = claim
    checked.set(claim.keys.join(), { kind, text, source, passage: from?.passage ?? null })
  }
  return [...checked.values()].slice(0, CLAIMS_MAX)
}

function toKeys(text: string, currency: string): Set<string> {
  return new Set(extractClaims(text, currency).flatMap(({ loose }: Claim) => loose))
}
