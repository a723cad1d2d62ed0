const OFFSET_MAX_MS = 15 * 3_600_000
const WALL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/

/** What a clock in the zone shows at `at` (UTC ms), as `2026-08-03T14:05`: a date field's value. */
export function toWallTime(at: number, timeZone: string): string {
  return formatOf(timeZone).format(at).replace(' ', 'T')
}

/**
 * UTC ms at which a clock in the zone first shows this. A time that a change of clocks leaves
 * out is the moment after it.
 *
 * @returns undefined when it is no date and time
 */
export function fromWallTime(text: string, timeZone: string): number | undefined {
  const match = WALL.exec(text)
  if (!match) return undefined
  const wanted = text.slice(0, 16)
  const asUtc = Date.parse(`${wanted}:00Z`)
  // Date.parse takes the 31st of a short month for the first of the next.
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== wanted) return undefined
  for (let at = asUtc - OFFSET_MAX_MS; at <= asUtc + OFFSET_MAX_MS; at += 15 * 60_000)
    if (toWallTime(at, timeZone) >= wanted) return firstMinute(at, wanted, timeZone)
  return undefined
}

/** Zones differ in steps of a quarter of an hour today; the minutes before cover the rest. */
function firstMinute(at: number, wanted: string, timeZone: string): number {
  let first = at
  while (toWallTime(first - 60_000, timeZone) >= wanted) first -= 60_000
  return first
}

/** The wall-clock date so many days later, `2026-08-03`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  // Swedish writes dates as ISO 8601 does.
  const format =
    known ??
    new Intl.DateTimeFormat('sv-SE', {
      ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit' },
    })
  if (!known) formats.set(timeZone, format)
  return format
}
