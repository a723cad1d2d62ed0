const PERIOD = String.raw`\s?(?:a\.?m\.?|p\.?m\.?)(?!\p{L})`
const OF_DAY = 'asubuhi|mchana|jioni|usiku|alfajiri'
const HOUR_WORDS = ['moja', 'mbili', 'tatu', 'nne', 'tano', 'sita', 'saba', 'nane', 'tisa', 'kumi']
const SAA = `\\d{1,2}|kumi na moja|kumi na mbili|${HOUR_WORDS.join('|')}`

export const TIME_PATTERN = new RegExp(
  [
    String.raw`(?<![\p{L}\d])saa\s+(?<saa>${SAA})(?<half>\s+na nusu)?(?:\s+(?:za |ya )?(?<of>${OF_DAY}))?`,
    String.raw`(?<![\d.,:])(?<f>\d{1,2})\s?(?:-|to|hadi|mpaka)\s?(?<u>\d{1,2})(?<up>${PERIOD})`,
    String.raw`(?<![\d.,:])(?<h1>\d{1,2})[:.](?<m1>[0-5]\d)(?![\d%])(?<p1>${PERIOD})?(?:\s?hrs?\b)?`,
    String.raw`(?<![\d.,:])(?<h2>\d{1,2})(?<p2>${PERIOD})`,
    String.raw`(?<![\d.,:])(?<r1>\d{1,2})\s?(?:-|to|hadi|mpaka)\s?(?<r2>\d{1,2})(?=[^\d.,:%/]|[.,]\s|[.,]?$)`,
    String.raw`(?<always>24\s?/\s?7|24\s?-?hours?(?![\p{L}])|masaa 24|saa 24)`,
  ].join('|'),
  'giu',
)

export type ReadTime = { keys: string[]; loose: string[] }

/**
 * Times of day in minutes, `t:480` for eight in the morning; both halves where none is named. A
 * bare `8-5` has no keys: in a reply its numbers are claims, in a source it may be hours.
 */
export function readTimes(groups: Record<string, string | undefined>): ReadTime[] {
  const { saa, half, of, f, u, up, h1, m1, p1, h2, p2, r1, r2, always } = groups
  if (always) return [{ keys: ['t:always'], loose: ['t:always', 'n:24', 'n:7'] }]
  if (r1 && r2) {
    const hours = [r1, r2].map(Number).filter((hour) => hour <= 24)
    return [{ keys: [], loose: hours.flatMap(spread).map((minute) => `t:${minute}`) }]
  }
  if (saa) return [toRead(fromSaa(saa, half !== undefined, of))]
  if (f && u) return [toRead(spread(Number(f))), toRead(at(u, '0', up))]
  return [toRead(at(h1 ?? h2, m1 ?? '0', p1 ?? p2))]
}

function toRead(minutes: number[]): ReadTime {
  const keys = minutes.filter((minute) => minute <= 1_440).map((minute) => `t:${minute}`)
  const hours = minutes.flatMap((m) => [Math.floor(m / 60), Math.floor(m / 60) % 12 || 12])
  return { keys, loose: [...keys, ...hours.map((hour) => `n:${hour}`)] }
}

function at(hour: string | undefined, minute: string, period: string | undefined): number[] {
  const h = Number(hour)
  const m = Number(minute)
  if (!period) return h > 24 ? [] : [h * 60 + m]
  const isAfternoon = /^\s?p/i.test(period)
  return h < 1 || h > 12 ? [] : [((h % 12) + (isAfternoon ? 12 : 0)) * 60 + m]
}

function spread(hour: number): number[] {
  return hour > 12 ? [hour * 60] : [(hour % 12) * 60, ((hour % 12) + 12) * 60]
}

/** Swahili hours begin at six: `saa mbili asubuhi` is eight in the morning. */
function fromSaa(word: string, isHalf: boolean, of: string | undefined): number[] {
  const lower = word.toLowerCase()
  const named = /^kumi na (moja|mbili)$/.exec(lower)
  const hour = named
    ? 10 + (named[1] === 'moja' ? 1 : 2)
    : Number(lower) || HOUR_WORDS.indexOf(lower) + 1
  const minute = isHalf ? 30 : 0
  const morning = ((hour % 12) + 6) * 60 + minute
  const evening = (((hour % 12) + 18) % 24) * 60 + minute
  if (!of) return [morning, evening]
  if (of === 'asubuhi' || of === 'mchana') return [morning]
  // Ten and eleven of the day are afternoon, twelve is evening.
  return of === 'jioni' && hour !== 12 ? [morning] : [evening]
}
