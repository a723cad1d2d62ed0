import { accentStyleSheet, accentTokens } from '#app/ui/accent.ts'

/** A company's colour as a page's head needs it: the style sheet, and the bar of a phone. */
export type AccentLook = { styleSheet: string; light: string; dark: string }

const looks = new Map<string, AccentLook>()
const MAX_LOOKS = 500

/** @param accent `#rrggbb` */
export function lookOf(accent: string): AccentLook {
  const known = looks.get(accent)
  if (known) return known
  const { light, dark } = accentTokens(accent)
  const look = { styleSheet: accentStyleSheet(accent), light: light.accent, dark: dark.soft }
  if (looks.size >= MAX_LOOKS) looks.clear()
  looks.set(accent, look)
  return look
}
