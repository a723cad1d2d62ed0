import type { ClaimKind } from '#app/domain/answers/claim.ts'

/**
 * Something checkable in a text. `keys`: the ways it can be meant, in one spelling for all; a
 * text says the same when it holds one of them. `loose`: what it also counts as when it stands in
 * a source (a price is a number, too).
 */
export type Claim = {
  kind: ClaimKind
  /** as it was written */
  text: string
  keys: string[]
  loose: string[]
  /** where in the text it begins */
  at: number
}
