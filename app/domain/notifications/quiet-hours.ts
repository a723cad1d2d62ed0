import { zoneOffsetMs } from '#app/i18n/format.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60

/** Minutes of the day in the company's zone; `until` before `from` is the next morning. */
export type QuietHours = { from: number; until: number }

/**
 * When quiet hours end that hold now.
 *
 * @returns UTC ms, or undefined when it is not quiet
 */
export function quietUntil(
  now: number,
  quiet: QuietHours | undefined,
  timeZone: string,
): number | undefined {
  if (!quiet || quiet.from === quiet.until) return undefined
  const minute = minuteOfDay(now, timeZone)
  const length = wrap(quiet.until - quiet.from)
  const passed = wrap(minute - quiet.from)
  if (passed >= length) return undefined
  const end = Math.floor(now / MINUTE_MS) * MINUTE_MS + (length - passed) * MINUTE_MS
  // A clock that is changed in between still ends at the same hour on the wall.
  return end + zoneOffsetMs(now, timeZone) - zoneOffsetMs(end, timeZone)
}

/** The next moment at which the zone's wall clock shows this minute of the day, UTC ms. */
export function nextMinuteOfDay(now: number, minute: number, timeZone: string): number {
  const ahead = wrap(minute - minuteOfDay(now, timeZone)) || DAY_MINUTES
  const at = Math.floor(now / MINUTE_MS) * MINUTE_MS + ahead * MINUTE_MS
  return at + zoneOffsetMs(now, timeZone) - zoneOffsetMs(at, timeZone)
}

/** 0 is Sunday, in the zone. */
export function weekdayIn(at: number, timeZone: string): number {
  return new Date(at + zoneOffsetMs(at, timeZone)).getUTCDay()
}

function minuteOfDay(at: number, timeZone: string): number {
  return wrap(Math.floor((at + zoneOffsetMs(at, timeZone)) / MINUTE_MS))
}

function wrap(minutes: number): number {
  return ((minutes % DAY_MINUTES) + DAY_MINUTES) % DAY_MINUTES
}
