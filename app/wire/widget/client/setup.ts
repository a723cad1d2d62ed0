import { widget as english } from '#app/i18n/en/widget.ts'
import { widget as swahili } from '#app/i18n/sw/widget.ts'

export type Language = 'en' | 'sw'
export type TextKey = keyof typeof english
export type Say = (key: TextKey, values?: Record<string, string | number>) => string

/** The user of the website, signed by its server; undefined: nobody in particular. */
export type Identity = { userId: string; hash: string; name?: string }

/** What the website's own page says about the chat, on the script's tag. */
export type Setup = {
  /** where the chat's addresses are */
  api: string
  key: string
  language: Language | undefined
  theme: 'light' | 'dark' | 'system'
  side: 'left' | 'right'
  /** fills the page instead of floating over it */
  isPage: boolean
  identity: Identity | undefined
}

/** @returns undefined when the tag names no chat */
export function readSetup(script: HTMLScriptElement): Setup | undefined {
  const { base, language, theme, side, mode, user, userHash, userName } = script.dataset
  const source = new URL(script.src, location.href)
  const key = script.dataset['key'] ?? source.searchParams.get('key')
  if (!key) return undefined
  const origin = base ?? source.origin
  const wanted = language ?? document.documentElement.lang
  return {
    api: `${origin}/chat/${encodeURIComponent(key)}`,
    key,
    language: wanted ? toLanguage(wanted) : undefined,
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    side: side === 'left' ? 'left' : 'right',
    isPage: mode === 'page',
    identity: user && userHash ? { userId: user, hash: userHash, name: userName } : undefined,
  }
}

export function toLanguage(tag: string): Language {
  return /^sw\b/i.test(tag) ? 'sw' : 'en'
}

export function toSay(language: Language): Say {
  const texts = language === 'sw' ? swahili : english
  return (key, values = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
