import { spellOutNumbers } from './number-words.ts'

/** Controls, zero-width marks, keycap signs: nothing may hide inside a figure. */
const HIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180e\ufe0f\u20e3]/g
const HIDDEN_FORMAT = /\p{Cf}/gu
const DASHES = /[\u2010-\u2015\u2212]/g
/** `1. First`, `2) Second`: the mark of a list is no figure. */
const LIST_MARK = /^([ \t]*)\d{1,2}[.)](?=\s+\p{L})/gmu

/** A text as figures are read from it: one kind of digit, dash and space, words as numbers. */
export function toPlainText(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replace(HIDDEN_FORMAT, '')
    .replace(HIDDEN, '')
    .replace(/\p{Nd}/gu, toAsciiDigit)
    .replace(DASHES, '-')
    .replace(/\*/g, '')
    .replace(LIST_MARK, '$1')
  return spellOutNumbers(plain)
}

/** Digits of a script stand in a row of ten, beginning with its zero. */
function toAsciiDigit(digit: string): string {
  if (digit >= '0' && digit <= '9') return digit
  let zero = digit.codePointAt(0) ?? 0
  const code = zero
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && code - zero < 9) zero -= 1
  return String((code - zero) % 10)
}
