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
