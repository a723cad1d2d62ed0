import { accentTokens } from '#app/ui/accent.ts'
import type { AccentTheme } from '#app/ui/accent.ts'

export type ChatLook = { light: AccentTheme; dark: AccentTheme }

/** A company's colour as the chat on its website wears it: readable in both themes. */
export function chatLook(accentColor: string): ChatLook {
  return accentTokens(accentColor)
}
