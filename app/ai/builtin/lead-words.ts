import { toPattern } from '#app/domain/contacts/score-rules.ts'

const COUNTS: Record<string, number> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ moja: 1, mmoja: 1, mbili: 2, wawili: 2, tatu: 3, watatu: 3, nne: 4, wanne: 4, tano: 5 },
  ...{ watano: 5, sita: 6, saba: 7, nane: 8, wanane: 8, tisa: 9, kumi: 10 },
}
const COUNT = `(\\d{1,6}|${Object.keys(COUNTS).join('|')})`
const AMOUNT =
  /(?:(elfu|laki|milioni)\s+)?(\d[\d,]*(?:\.\d+)?)\s*(k|m|mn|million|thousand|elfu|milioni)?(?![\p{L}\d%])(?!\s*%)/gu
const SCALES: Record<string, number> = {
  ...{ k: 1e3, thousand: 1e3, elfu: 1e3, laki: 1e5 },
  ...{ m: 1e6, mn: 1e6, million: 1e6, milioni: 1e6 },
}
/** What is less than this beside a word like “budget” is a count or a share. */
const AMOUNT_MIN = 100
/** “the Demio 2016”: a year, where neither a comma nor a word makes it an amount. */
const YEAR = /^(?:19|20)\d\d$/

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAYS: Record<string, number> = {
  ...{ sunday: 0, monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6 },
  ...{ jumapili: 0, jumatatu: 1, jumanne: 2, jumatano: 3, alhamisi: 4, ijumaa: 5, jumamosi: 6 },
}

/** `1,200,000`, `1.2m`, `800k`, `elfu 50` as a plain number; undefined when there is none. */
export function findAmount(plain: string): string | undefined {
  for (const [, before, digits, after] of plain.matchAll(AMOUNT)) {
    const scale = SCALES[before ?? after ?? ''] ?? 1
    if (scale === 1 && YEAR.test(digits ?? '')) continue
    const amount = Math.round(Number(digits?.replaceAll(',', '')) * scale)
    if (amount >= AMOUNT_MIN) return String(amount)
  }
  return undefined
}

/** `two adults`, `4 guests`, `watu 12`: a number beside one of the words. */
export function findCount(plain: string, words: readonly string[]): string | undefined {
  if (words.length === 0) return undefined
  const named = toPattern(words).source
  const before = new RegExp(`(?<![\\p{L}\\d.,])${COUNT}\\s+(?:\\p{L}+\\s+)?${named}`, 'u')
  const after = new RegExp(`${named}\\s+${COUNT}(?![\\p{L}\\d])`, 'u')
  const found = (before.exec(plain) ?? after.exec(plain))?.[1]
  if (found === undefined) return undefined
  return String(COUNTS[found] ?? Number(found))
}

/**
 * A day as yyyy-mm-dd: written out, `12/12/2026`, tomorrow, or the next such weekday.
 *
 * @param today yyyy-mm-dd where the customer wrote
 */
export function findDay(
  plain: string,
  today: string,
  addDays: (day: string, days: number) => string,
): string | undefined {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(plain)?.[0]
  if (iso) return iso
  const slashed = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(plain)
  if (slashed) return toDay(slashed[3], slashed[2], slashed[1])
  const written =
    /\b(\d{1,2})(?:st|nd|rd|th)?(?:\s+of)?\s+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*(?:,?\s+(\d{4}))?/u.exec(
      plain,
    )
  if (written) {
    const month = MONTHS.indexOf(written[2] ?? '') + 1
    const year = written[3] ?? today.slice(0, 4)
    const day = toDay(year, month, written[1])
    return day < today && !written[3] ? toDay(Number(year) + 1, month, written[1]) : day
  }
  if (/\b(?:tomorrow|kesho)\b/.test(plain)) return addDays(today, 1)
  const weekday = new RegExp(`\\b(${Object.keys(WEEKDAYS).join('|')})\\b`).exec(plain)?.[1]
  if (!weekday) return /\b(?:today|leo)\b/.test(plain) ? today : undefined
  const now = new Date(`${today}T00:00:00Z`).getUTCDay()
  return addDays(today, ((WEEKDAYS[weekday] ?? 0) - now + 7) % 7 || 7)
}

function toDay(
  year: string | number | undefined,
  month: string | number | undefined,
  day: string | number | undefined,
): string {
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
