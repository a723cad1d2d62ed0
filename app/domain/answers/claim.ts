/** What a reply may only say when it stands somewhere. */
export type ClaimKind =
  'price' | 'discount' | 'percent' | 'quantity' | 'date' | 'hours' | 'phone' | 'email' | 'link'

/** Where a claim was found: a passage, the company's own facts, what was said, a tool's result. */
export type ClaimSource = 'passage' | 'company' | 'said' | 'customer' | 'tool'

export type CheckedClaim = {
  kind: ClaimKind
  /** as it was written */
  text: string
  /** null when it is nowhere */
  source: ClaimSource | null
  /** the passage's number */
  passage: number | null
}

/** What was written first and not sent, because it named what stands nowhere. */
export type Rejected = { reply: string; claims: CheckedClaim[] }

/** What of these was found nowhere. */
export function unsourced(claims: CheckedClaim[]): CheckedClaim[] {
  return claims.filter(({ source }) => source === null)
}
