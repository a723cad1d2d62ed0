import { hasHours, weekdays } from '#app/domain/company/hours.ts'
import type { BusinessHours } from '#app/domain/company/hours.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const DAY_MINUTES = 24 * 60
/** A search for open time that finds none for so long has none to find. */
const DAYS_MAX = 800

/** When a company is there. Without any hours it is there around the clock, holidays aside. */
export type Calendar = {
  hours: BusinessHours
  /** IANA name; opening times are wall-clock times of it */
  timeZone: string
  /** `yyyy-mm-dd` of the zone */
  holidays: ReadonlySet<string>
}

type Span = { from: number; to: number }

/**
 * The moment at which so much business time has passed since `at`. Days may have 23 or 25 hours;
 * a time of day that a change of clocks leaves out is the moment the clocks are changed.
 *
 * @param at UTC ms
 * @param ms business time
 * @returns UTC ms; never inside a closed stretch except at its very beginning
 */
export function addBusinessTime(calendar: Calendar, at: number, ms: number): number {
  let left = ms
  for (const span of openSpans(calendar, at)) {
    const from = Math.max(span.from, at)
    if (span.to - from >= left) return from + left
    left -= span.to - from
  }
  // Nothing but holidays for years: time that cannot be counted is not waited for.
  return at + ms
}

/** Business time between two moments in ms; 0 when the second is not after the first. */
export function businessTimeBetween(calendar: Calendar, from: number, to: number): number {
  let sum = 0
  for (const span of openSpans(calendar, from)) {
    if (span.from >= to) break
    sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from))
  }
  return sum
}

/** Whether the company is there at a moment. */
export function isBusinessTime(calendar: Calendar, at: number): boolean {
  for (const span of openSpans(calendar, at)) return span.from <= at
  return false
}

/** Open stretches that end after `at`, in order; they never overlap. */
function* openSpans(calendar: Calendar, at: number): Generator<Span> {
  const { timeZone } = calendar
  // What opened yesterday may close today.
  const first = Date.parse(`${localDay(at, timeZone)}T00:00:00Z`) - DAY_MS
  let end = Number.NEGATIVE_INFINITY
  for (let day = 0; day < DAYS_MAX; day++) {
    const span = spanOf(calendar, first + day * DAY_MS)
    if (!span) continue
    const from = Math.max(span.from, end)
    end = Math.max(end, span.to)
    if (span.to > at && span.to > from) yield { from, to: span.to }
  }
}

/** @param midnight the day, as UTC midnight of the same date */
function spanOf({ hours, timeZone, holidays }: Calendar, midnight: number): Span | undefined {
  const date = new Date(midnight)
  if (holidays.has(date.toISOString().slice(0, 10))) return undefined
  if (!hasHours(hours)) return toSpan(midnight, 0, DAY_MINUTES, timeZone)
  // Sunday is JavaScript's first day and our last.
  const times = hours[weekdays[(date.getUTCDay() + 6) % 7] ?? 'mon']
  if (!times) return undefined
  const opens = toMinutes(times.opens)
  const closes = toMinutes(times.closes)
  return toSpan(midnight, opens, closes > opens ? closes : closes + DAY_MINUTES, timeZone)
}

function toSpan(midnight: number, opens: number, closes: number, timeZone: string): Span {
  return {
    from: toInstant(midnight + opens * MINUTE_MS, timeZone),
    to: toInstant(midnight + closes * MINUTE_MS, timeZone),
  }
}

function toMinutes(clock: string): number {
  const [hour = 0, minute = 0] = clock.split(':').map(Number)
  return hour * 60 + minute
}

/**
 * The moment a wall clock shows a time, the earlier one where it does so twice. A time that is
 * left out in spring becomes the moment after the gap.
 *
 * @param wall the time as if the zone were UTC
 */
function toInstant(wall: number, timeZone: string): number {
  const before = wall - offsetAt(wall - DAY_MS, timeZone)
  const after = wall - offsetAt(wall + DAY_MS, timeZone)
  for (const candidate of [Math.min(before, after), Math.max(before, after)])
    if (candidate + offsetAt(candidate, timeZone) === wall) return candidate
  return changeBetween(wall - DAY_MS, wall + DAY_MS, timeZone)
}

/** When the clocks are changed between two moments with different offsets. */
function changeBetween(from: number, to: number, timeZone: string): number {
  const offset = offsetAt(from, timeZone)
  let [before, after] = [from, to]
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (offsetAt(middle, timeZone) === offset) before = middle
    else after = middle
  }
  return after
}

function localDay(at: number, timeZone: string): string {
  return new Date(at + offsetAt(at, timeZone)).toISOString().slice(0, 10)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** How far the zone's wall clock is ahead of UTC at a moment, in ms. */
function offsetAt(at: number, timeZone: string): number {
  let format = formats.get(timeZone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      ...{ timeZone, hourCycle: 'h23', calendar: 'iso8601', numberingSystem: 'latn' },
      ...{ year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
    })
    formats.set(timeZone, format)
  }
  const parts = Object.fromEntries(
    format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
  )
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const wall = Date.UTC(year, month - 1, day, hour, minute, second)
  return wall - Math.floor(at / 1000) * 1000
}
