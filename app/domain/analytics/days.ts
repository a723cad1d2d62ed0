const DAY_MS = 24 * 3_600_000
/** More than any zone is away from UTC. */
const OFFSET_MAX_MS = 15 * 3_600_000

/** UTC ms at which the calendar day of `at` began in a zone. */
export function startOfDay(at: number, timeZone: string): number {
  const key = dayKey(at, timeZone)
  const midnightUtc = Date.parse(`${key}T00:00:00Z`)
  // Halved down to the first moment of the day: no rule about offsets, so that none can be wrong.
  let before = midnightUtc - OFFSET_MAX_MS
  let after = midnightUtc + OFFSET_MAX_MS
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (dayKey(middle, timeZone) < key) before = middle
    else after = middle
  }
  return after
}

/** The starts of the last `count` days, the oldest first, today's last. Days may have 23 or 25 hours. */
export function listDayStarts(now: number, timeZone: string, count: number): number[] {
  const starts = [startOfDay(now, timeZone)]
  while (starts.length < count) {
    const [earliest = now] = starts
    starts.unshift(startOfDay(earliest - DAY_MS / 2, timeZone))
  }
  return starts
}

const formats = new Map<string, Intl.DateTimeFormat>()

function dayKey(at: number, timeZone: string): string {
  const known = formats.get(timeZone)
  const format =
    known ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short', calendar: 'iso8601' })
  if (!known) formats.set(timeZone, format)
  return format.format(at)
}

/** A calendar day of the company's zone, `2026-11-21`. */
export type Day = string

const starts = new Map<string, number>()
const STARTS_MAX = 20_000

/** The calendar day of a moment. */
export function dayOf(at: number, timeZone: string): Day {
  return dayKey(at, timeZone)
}

/** UTC ms at which a calendar day begins in a zone. */
export function startOfDayKey(day: Day, timeZone: string): number {
  const key = `${timeZone} ${day}`
  const known = starts.get(key)
  if (known !== undefined) return known
  if (starts.size >= STARTS_MAX) starts.clear()
  const start = startOfDay(middleOf(day, timeZone), timeZone)
  starts.set(key, start)
  return start
}

/** The span of a day, UTC ms, the end excluded: 23, 24 or 25 hours. */
export function spanOfDay(day: Day, timeZone: string): { from: number; to: number } {
  return { from: startOfDayKey(day, timeZone), to: startOfDayKey(addDays(day, 1), timeZone) }
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY_MS).toISOString().slice(0, 10)
}

/** The days from one to another, both included; none when they are the wrong way round. */
export function listDays(from: Day, to: Day): Day[] {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** Monday is 0. */
export function weekdayOf(day: Day): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
}

/** The hour on the company's clock, 0..23. */
export function hourOf(at: number, timeZone: string): number {
  const known = clocks.get(timeZone)
  const clock =
    known ?? new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' })
  if (!known) clocks.set(timeZone, clock)
  return Number(clock.format(at))
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** A moment that is surely of the day: noon on the zone's own clock, give or take an hour. */
function middleOf(day: Day, timeZone: string): number {
  const noonUtc = Date.parse(`${day}T12:00:00Z`)
  for (const shift of [0, -12, 12, -14]) {
    const at = noonUtc + (shift * DAY_MS) / 24
    if (dayKey(at, timeZone) === day) return at
  }
  return noonUtc
}
