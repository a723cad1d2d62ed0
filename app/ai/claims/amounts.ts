/** Money, shares and plain numbers as they are written in chats. */

/** Grouped by comma, point, apostrophe or space, with decimals: `1,500`, `1 500.50`, `22.5`. */
export const NUMBER = String.raw`\d{1,3}(?:[,.' ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?`
/** Without the space, which between plain numbers parts them. */
export const PLAIN_NUMBER = String.raw`\d{1,3}(?:[,.']\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?`

const CURRENCIES: [currency: string, pattern: string][] = [
  ['KES', String.raw`kes\b|k\.?sh\.?s?|kshs?|shs?\.?|bob\b|shillings?|shilingi|kenyan? shillings?`],
  ['TZS', String.raw`tzs\b|tsh\.?s?`],
  ['UGX', String.raw`ugx\b|ush\.?s?`],
  ['USD', String.raw`usd\b|us\$|\$|dollars?|dola`],
  ['EUR', String.raw`eur\b|€|euros?|yuro`],
  ['GBP', String.raw`gbp\b|£|pounds?|pauni`],
  ['NGN', String.raw`ngn\b|₦|naira`],
  ['ZAR', String.raw`zar\b|rands?\b`],
  ['INR', String.raw`inr\b|₹|rupees?`],
]
const ANY = CURRENCIES.map(([, pattern]) => pattern).join('|')
const CODE = String.raw`[A-Z]{3}\b`
const SCALE = String.raw`\s?(?:k|m|mn|million|milioni|thousand)(?![\p{L}\d])`

/** Currency before (`KES 1,500`), after (`1500 bob`), or the slash of shillings (`1500/=`). */
export const MONEY_PATTERN = new RegExp(
  [
    String.raw`(?<![\p{L}\d])(?<before>${ANY})[\s.:]{0,2}(?<n1>${NUMBER})(?<s1>${SCALE})?(?:\s?/[=-]+)?`,
    String.raw`(?<![\p{L}\d.,])(?<n2>${NUMBER})(?<s2>${SCALE})?\s?/[=-]+`,
    String.raw`(?<![\p{L}\d.,])(?<n3>${PLAIN_NUMBER})(?<s3>${SCALE})?\s?(?<after>${ANY})(?!\p{L})`,
  ].join('|'),
  'giu',
)
/** Any other currency by its code in capitals: `RWF 5,000`. */
export const CODED_MONEY = new RegExp(
  String.raw`(?<![\p{L}\d])(?<before>${CODE})\s?(?<n1>${PLAIN_NUMBER})|(?<![\p{L}\d.,])(?<n3>${PLAIN_NUMBER})\s?(?<after>${CODE})`,
  'gu',
)
export const PERCENT_PATTERN = new RegExp(
  String.raw`(?<![\p{L}\d.,])(?<n1>${PLAIN_NUMBER})\s?(?:%|per\s?cent|pct\b)|asilimia\s+(?<n2>${PLAIN_NUMBER})`,
  'giu',
)
export const NUMBER_PATTERN = new RegExp(
  String.raw`(?<![\d.,])(?<n1>${PLAIN_NUMBER})(?<s1>${SCALE})?`,
  'giu',
)

/** The shilling of a country whose companies all say "shilling". */
const HOME_SHILLINGS = new Set(['KES', 'TZS', 'UGX'])
const SAYS_SHILLING = /^(?:sh|bob|shilling|shilingi)/i

/** `KES` for `Ksh`; shillings without a country are the company's own. */
export function toCurrency(written: string | undefined, home: string): string {
  if (written === undefined) return home
  if (SAYS_SHILLING.test(written) && HOME_SHILLINGS.has(home)) return home
  const known = CURRENCIES.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'i').test(written))
  return known ? known[0] : written.toUpperCase()
}

/** The values a written number can have: `1.500` is one and a half or fifteen hundred. */
export function toValues(written: string, scale = ''): number[] {
  const clean = written.replace(/[' ]/g, '')
  const plain = Number(clean.replace(/,/g, ''))
  const points = clean.replace(/\./g, '').replace(',', '.')
  const isGrouped = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(clean)
  const isDecimalComma = /^\d+,\d{1,2}$/.test(clean)
  const values = isDecimalComma
    ? [Number(clean.replace(',', '.'))]
    : isGrouped
      ? [Number(points), plain]
      : [plain]
  const factors = toFactors(scale.trim().toLowerCase())
  return values
    .filter(Number.isFinite)
    .flatMap((value) => factors.map((factor) => Math.round(value * factor * 1e4) / 1e4))
}

function toFactors(scale: string): number[] {
  if (scale === '') return [1]
  if (scale === 'k' || scale === 'thousand') return [1_000]
  // `5m` are metres as well.
  return scale === 'm' ? [1_000_000, 1] : [1_000_000]
}
