const MONTHS = [
  ['jan', 'january', 'januari'],
  ['feb', 'february', 'februari'],
  ['mar', 'march', 'machi'],
  ['apr', 'april', 'aprili'],
  ['may', 'mei'],
  ['jun', 'june', 'juni'],
  ['jul', 'july', 'julai'],
  ['aug', 'august', 'agosti', 'ago'],
  ['sep', 'sept', 'september', 'septemba'],
  ['oct', 'october', 'oktoba', 'okt'],
  ['nov', 'november', 'novemba'],
  ['dec', 'december', 'desemba', 'des'],
]
const NAME = MONTHS.flat()
  .toSorted((a, b) => b.length - a.length)
  .join('|')

export const DATE_PATTERN = new RegExp(
  [
    String.raw`(?<!\d)(?<y1>\d{4})-(?<m1>\d{1,2})-(?<d1>\d{1,2})(?!\d)`,
    String.raw`(?<![\d/.])(?<a>\d{1,2})[/.](?<b>\d{1,2})[/.](?<y2>\d{4}|\d{2})(?![\d/])`,
    String.raw`(?<![\d.,])(?<d3>\d{1,2})(?:st|nd|rd|th)?(?:\s+of|\s+mwezi wa)?\s+(?<m3>${NAME})(?!\p{L})\.?,?(?:\s+(?<y3>\d{4}))?`,
    String.raw`(?<!\p{L})(?<m4>${NAME})(?!\p{L})\.?\s+(?<d4>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?<y4>\d{4}))?`,
  ].join('|'),
  'giu',
)

export type ReadDate = { keys: string[]; loose: string[] }

/** `20 Nov 2026` as `d:2026-11-20`, without a year as `d:11-20`; undefined when no such day is. */
export function readDate(groups: Record<string, string | undefined>): ReadDate | undefined {
  const { y1, m1, d1, a, b, y2, d3, m3, y3, d4, m4, y4 } = groups
  const year = y1 ?? (y2?.length === 2 ? `20${y2}` : y2) ?? y3 ?? y4
  const days: [month: number, day: number][] = a
    ? [
        [Number(b), Number(a)],
        [Number(a), Number(b)],
      ]
    : [[m1 ? Number(m1) : toMonth(m3 ?? m4), Number(d1 ?? d3 ?? d4)]]
  const real = days.filter(([m, d]) => m >= 1 && m <= 12 && d >= 1 && d <= 31)
  if (real.length === 0) return undefined
  const short = real.map(([m, d]) => `d:${m}-${d}`)
  const long = real.map(([m, d]) => `d:${year}-${m}-${d}`)
  // A source that names no year speaks of any; one that does speaks of its own only.
  const keys = year ? [...long, ...real.map(([m, d]) => `every:${m}-${d}`)] : short
  const loose = year ? [...long, ...short] : [...short, ...real.map(([m, d]) => `every:${m}-${d}`)]
  return {
    keys,
    loose: [...loose, ...real.map(([, d]) => `n:${d}`), ...(year ? [`n:${year}`] : [])],
  }
}

function toMonth(name: string | undefined): number {
  const lower = name?.toLowerCase() ?? ''
  return MONTHS.findIndex((names) => names.includes(lower)) + 1
}
