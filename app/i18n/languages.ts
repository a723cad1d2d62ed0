/** The languages of the product. A third one is a folder beside `en/` and a line here and in the loaders. */
export const languages = ['en', 'sw'] as const

export type Language = (typeof languages)[number]

export const defaultLanguage: Language = 'en'

/** How each language calls itself, for the language switch. */
export const languageNames = { en: 'English', sw: 'Kiswahili' } satisfies Record<Language, string>

// en-GB, not en-KE: browsers leave small regional locales out, and then the page that
// hydrates would write dates differently from the server that rendered it.
const locales = { en: 'en-GB', sw: 'sw' } satisfies Record<Language, string>

/** True for a language the product speaks; use on form values, cookies and columns. */
export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}

/** The BCP 47 locale that Intl formats a language with. */
export function toLocale(language: Language): string {
  return locales[language]
}

/** The first supported language of an Accept-Language header, in the order of preference given. */
export function parseAcceptLanguage(header: string | null | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', quality] = part.trim().split(/;\s*q=/i)
      return { language: tag.toLowerCase().split('-')[0], quality: Number(quality ?? 1) || 0 }
    })
    .filter((entry) => entry.quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { language } of wanted) if (isLanguage(language)) return language
  return defaultLanguage
}
