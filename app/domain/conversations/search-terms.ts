const TERMS_MAX = 8
const TERM_LENGTH_MAX = 40
const PREFIX_LENGTH_MIN = 2
/** Fewer digits would fit half of all numbers. */
const PHONE_DIGITS_MIN = 5

/**
 * What a person typed as an FTS5 expression: every word must occur, the last may be unfinished.
 * Only letters, digits and marks survive, each word in quotes, so nothing typed is ever syntax.
 *
 * @param prefixLengthMin shorter last words must occur as they are
 * @returns undefined when nothing searchable is left
 */
export function toMatch(
  text: string,
  prefixLengthMin: number = PREFIX_LENGTH_MIN,
): string | undefined {
  const words = text.normalize('NFKC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const terms = words.slice(0, TERMS_MAX).map((word) => word.slice(0, TERM_LENGTH_MAX))
  const last = terms.at(-1)
  if (last === undefined) return undefined
  const isUnfinished = words.length <= TERMS_MAX && last.length >= prefixLengthMin
  return terms.map((term) => `"${term}"`).join(' ') + (isUnfinished ? '*' : '')
}

/**
 * The digits of something that looks like a phone number, without what differs between ways to
 * write it: `0712 345 678`, `+254 712 345678` (its end) and `00254…` find the same number.
 */
export function toPhoneDigits(text: string): string | undefined {
  if (!/^[+\d\s().-]+$/.test(text)) return undefined
  const digits = text.replace(/\D/g, '').replace(/^0+/, '')
  return digits.length >= PHONE_DIGITS_MIN ? digits.slice(0, 20) : undefined
}
