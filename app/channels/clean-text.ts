/** Both vendors' own limit; what is longer did not come from their apps. */
const TEXT_CHARS_MAX = 4096

/** What no keyboard writes: controls other than line breaks and tabs. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
/** One half of a pair: SQLite could not store it as UTF-8. */
const HALF_LETTERS = /\p{Cs}/gu

/** Words from outside as they may be stored. @returns null when nothing is left */
export function cleanText(text: string | undefined): string | null {
  if (text === undefined) return null
  const clean = text.replace(CONTROLS, '').slice(0, TEXT_CHARS_MAX).replace(HALF_LETTERS, '')
  return clean.trim() === '' ? null : clean
}
