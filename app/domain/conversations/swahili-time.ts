import { addDays } from '#app/domain/company/wall-time.ts'

/** A moment as somebody says it, on the wall clock of their zone; what is missing was not said. */
export type SaidTime = { day?: string; clock?: string; afterMs?: number }

const MINUTE_MS = 60_000
const units: [RegExp, number][] = [
  [/\bdakika\b/, MINUTE_MS],
  [/\b(masaa|saa)\b/, 60 * MINUTE_MS],
  [/\bsiku\b/, 1_440 * MINUTE_MS],
  [/\b(wiki|juma)\b/, 7 * 1_440 * MINUTE_MS],
]
const numbers = [
  ...['sifuri', 'moja', 'mbili', 'tatu', 'nne', 'tano', 'sita', 'saba', 'nane', 'tisa', 'kumi'],
]
const weekdays: [RegExp, number][] = [
  [/\bjumapili\b/, 0],
  [/\bjumatatu\b/, 1],
  [/\bjumanne\b/, 2],
  [/\bjumatano\b/, 3],
  [/\balhamisi\b/, 4],
  [/\bijumaa\b/, 5],
  [/\bjumamosi\b/, 6],
]

/**
 * Reads Swahili words for a time: `kesho saa tatu asubuhi`, `baada ya masaa mawili`,
 * `jumatatu saa 4`, `wiki ijayo`. The Swahili clock starts at dawn: saa tatu asubuhi is 09:00.
 *
 * @param today the day in the company's zone, `2026-08-03`
 * @returns undefined when these are no such words
 */
export function readSwahiliTime(text: string, today: string): SaidTime | undefined {
  const words = text.toLowerCase().replaceAll(',', ' ').replace(/\s+/g, ' ').trim()
  const after = readSpan(words)
  if (after !== undefined) return { afterMs: after }
  const day = readDay(words, today)
  const clock = readClock(words)
  return day || clock ? { day, clock } : undefined
}

function readSpan(words: string): number | undefined {
  const span = /\bbaada ya (.+)$/.exec(words)?.[1]
  if (!span) return undefined
  const unit = units.find(([name]) => name.test(span))
  if (!unit) return undefined
  const half = /\bna nusu\b/.test(span) ? 0.5 : 0
  const count = /\bnusu saa\b/.test(span) ? 0.5 : (readNumber(span) ?? 1) + half
  return count * unit[1]
}

function readDay(words: string, today: string): string | undefined {
  if (/\bkesho ?kutwa\b/.test(words)) return addDays(today, 2)
  if (/\bkesho\b/.test(words)) return addDays(today, 1)
  if (/\bleo\b|\bbaadaye\b/.test(words)) return today
  const weekday = weekdays.find(([name]) => name.test(words))?.[1]
  if (weekday !== undefined) {
    const days = (weekday - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7 || 7
    return addDays(today, days)
  }
  return /\b(wiki|juma) (ijayo|lijalo)\b/.test(words) ? addDays(today, 7) : undefined
}

/** `saa tatu na nusu asubuhi` is half past nine. Without a part of the day, daylight is meant. */
function readClock(words: string): string | undefined {
  const said = /\bsaa (.+)$/.exec(words)?.[1]
  const hour = said === undefined ? undefined : readNumber(said)
  if (said === undefined) return partOfDay(words)
  if (hour === undefined || hour < 1 || hour > 12) return undefined
  const isDark = /\b(usiku|alfajiri)\b/.test(said)
  const minutes = (hour % 12) * 60 + (isDark ? 18 * 60 : 6 * 60) + readMinutes(said)
  const ofDay = (minutes + 1_440) % 1_440
  return `${pad(Math.floor(ofDay / 60))}:${pad(ofDay % 60)}`
}

function readMinutes(said: string): number {
  if (/\bkasoro robo\b/.test(said)) return -15
  if (/\bna robo\b/.test(said)) return 15
  if (/\b(na )?nusu\b/.test(said)) return 30
  const exact = /\bna dakika (.+)$/.exec(said)?.[1]
  return exact ? (readNumber(exact) ?? 0) : 0
}

function partOfDay(words: string): string | undefined {
  if (/\basubuhi\b/.test(words)) return '09:00'
  if (/\bmchana\b/.test(words)) return '13:00'
  if (/\b(jioni|baadaye)\b/.test(words)) return '17:00'
  return /\busiku\b/.test(words) ? '20:00' : undefined
}

/** Digits, or words up to twelve; `wawili`, `mawili` and `viwili` are `mbili` with its noun. */
function readNumber(text: string): number | undefined {
  const digits = /\d{1,3}/.exec(text)?.[0]
  if (digits) return Number(digits)
  const plain = text
    .replace(/\b(ma|wa|vi|mi)wili\b/g, 'mbili')
    .replace(/\b(ma|wa|vi|mi)(tatu|nne|tano|nane)\b/g, '$2')
  const teen = numbers.indexOf(/\bkumi na (\p{L}+)/u.exec(plain)?.[1] ?? '')
  if (teen > 0) return 10 + teen
  const at = plain.split(' ').map((word) => numbers.indexOf(word))
  return at.find((place) => place >= 0)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
