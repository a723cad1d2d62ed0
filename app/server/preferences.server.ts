import { isLanguage } from '#app/i18n/languages.ts'
import type { Language } from '#app/i18n/languages.ts'
import { hostCookie, readHostCookie } from './cookies.server.ts'

const YEAR_S = 365 * 24 * 3_600
const LANGUAGE = 'baraza_language'
const THEME = 'baraza_theme'

export type Theme = 'system' | 'light' | 'dark'

/** How a visitor wants to see this host before anybody has signed in. */
export type Preferences = { language: Language | undefined; theme: Theme | undefined }

export function readPreferences(cookieHeader: string | undefined, isSecure: boolean): Preferences {
  const language = readHostCookie(cookieHeader, LANGUAGE, isSecure)
  const theme = readHostCookie(cookieHeader, THEME, isSecure)
  return {
    language: isLanguage(language) ? language : undefined,
    theme: isTheme(theme) ? theme : undefined,
  }
}

/** The Set-Cookie headers that keep what was chosen. */
export function preferenceCookies(chosen: Partial<Preferences>, isSecure: boolean): string[] {
  const options = { isSecure, maxAgeS: YEAR_S }
  return [
    ...(chosen.language ? [hostCookie(LANGUAGE, chosen.language, options)] : []),
    ...(chosen.theme ? [hostCookie(THEME, chosen.theme, options)] : []),
  ]
}

export function isTheme(value: unknown): value is Theme {
  return value === 'system' || value === 'light' || value === 'dark'
}
