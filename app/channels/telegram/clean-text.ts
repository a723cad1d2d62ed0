/** Telegram's own limit; what is longer did not come from its apps. */
const TEXT_CHARS_MAX = 4096

/** What no keyboard writes: controls other than line breaks and tabs, and half letters. */
// eslint-disable-next-line no-control-regex -- these are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** Words from outside as they may be stored. @returns null when nothing is left */
export function cleanText(text: string | undefined): string | null {
  if (text === undefined) return null
  const cut = text.replace(CONTROLS, '').slice(0, TEXT_CHARS_MAX)
  const whole = /[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut
  const clean = whole.toWellFormed()
  return clean.trim() === '' ? null : clean
}
