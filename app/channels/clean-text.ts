import { withoutControls } from '#app/domain/conversations/controls.ts'

/** Both vendors' own limit; what is longer did not come from their apps. */
const TEXT_CHARS_MAX = 4096

/** Words from outside as they may be stored. @returns null when nothing is left */
export function cleanText(text: string | undefined): string | null {
  if (text === undefined) return null
  // Once more at the end: the cut may have halved a letter.
  const clean = withoutControls(withoutControls(text).slice(0, TEXT_CHARS_MAX))
  return clean.trim() === '' ? null : clean
}
