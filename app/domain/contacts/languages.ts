/** Languages a contact may be known to speak: those heard most in the region, then the rest. */
export const contactLanguages = [
  ...['en', 'sw', 'sheng', 'ki', 'luo', 'kam', 'luy', 'kln', 'so', 'am', 'om', 'rw', 'lg'],
  ...['fr', 'ar', 'de', 'es', 'it', 'pt', 'zh', 'hi', 'gu'],
] as const

export type ContactLanguage = (typeof contactLanguages)[number]

const ownNames: Record<string, string> = {
  ...{ sheng: 'Sheng', ki: 'Gĩkũyũ', luo: 'Dholuo', kam: 'Kĩkamba', luy: 'Luluhya' },
  ...{ kln: 'Kalenjin', lg: 'Luganda' },
}

/** A language's name for readers: what the reader's language calls it, or what it calls itself. */
export function contactLanguageName(code: string, reader: string): string {
  const own = ownNames[code]
  if (own) return own
  try {
    return new Intl.DisplayNames([reader], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** The code for what a spreadsheet says: `sw`, `Swahili`, `Kiswahili`. */
export function findContactLanguage(text: string): ContactLanguage | undefined {
  const word = text.trim().toLowerCase()
  return contactLanguages.find((code) =>
    [code, ...['en', 'sw', code].map((reader) => safeName(code, reader))].includes(word),
  )
}

function safeName(code: string, reader: string): string {
  return contactLanguageName(code, reader).toLowerCase()
}
