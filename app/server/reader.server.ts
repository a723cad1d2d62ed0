import { getCompany } from '#app/domain/company/queries.server.ts'
import { isLanguage, parseAcceptLanguage } from '#app/i18n/languages.ts'
import type { Language } from '#app/i18n/languages.ts'
import { defaultAccent } from '#app/ui/accent.ts'
import { isFileTrouble } from '#app/tenancy/file-trouble.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { RequestContext } from './load-context.ts'

/** Who reads a page and how: language, zone, currency, theme, and the company's own look. */
export type Reader = {
  language: Language
  timeZone: string
  currency: string
  theme: 'light' | 'dark' | undefined
  brand: { name: string; accent: string; logoUrl: string | undefined }
}

const PLATFORM = { timeZone: 'Africa/Nairobi', currency: 'KES' }

/** @param acceptLanguage the browser's wish, used where nobody is signed in */
export function readReader(context: RequestContext, acceptLanguage: string | null): Reader {
  const person = context.surface === 'portal' ? context.member : context.user
  const wish = context.preferences.language ?? parseAcceptLanguage(acceptLanguage)
  const chosen = person?.theme ?? context.preferences.theme ?? 'system'
  const theme = chosen === 'system' ? undefined : chosen
  const company = context.surface === 'portal' ? findCompany(context.db) : undefined
  if (!company) {
    const brand = { name: 'Baraza', accent: defaultAccent, logoUrl: undefined }
    return { ...PLATFORM, language: person?.language ?? wish, theme, brand }
  }
  const { name, accentColor, logoFileId, timeZone, currency, language } = company
  const own = isLanguage(language) ? language : wish
  const logoUrl = logoFileId ? `/logo?v=${logoFileId}` : undefined
  const brand = { name, accent: accentColor, logoUrl }
  return {
    language: person?.language ?? (acceptLanguage || context.preferences.language ? wish : own),
    timeZone,
    currency,
    theme,
    brand,
  }
}

/** @returns undefined when its file cannot be read: the page that says so needs no company */
function findCompany(db: TenantDb): ReturnType<typeof getCompany> | undefined {
  try {
    return getCompany(db)
  } catch (error) {
    if (isFileTrouble(error)) return undefined
    throw error
  }
}
