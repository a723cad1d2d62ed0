import { MORNING } from '#app/domain/conversations/snooze-times.ts'
import { addDays, fromWallTime, toWallTime } from '#app/domain/company/wall-time.ts'

export type LaterPreset = 'hour' | 'evening' | 'tomorrowMorning' | 'tomorrowNoon' | 'monday'

const HOUR_MS = 3_600_000
/** An evening that begins sooner than this is no evening to wait for. */
const EVENING_MIN_MS = 30 * 60_000
const NOON = '13:00'
const EVENING = '18:00'

/** The times one may choose with one press, the soonest first, in the company's zone. UTC ms. */
export function listLaterPresets(
  now: number,
  timeZone: string,
): { preset: LaterPreset; at: number }[] {
  const today = toWallTime(now, timeZone).slice(0, 10)
  const at = (day: string, clock: string) => fromWallTime(`${day}T${clock}`, timeZone) ?? 0
  const evening = at(today, EVENING)
  const tomorrow = addDays(today, 1)
  const monday = addDays(today, daysToMonday(today))
  const inAnHour = Math.ceil((now + HOUR_MS) / 60_000) * 60_000
  return [
    { preset: 'hour', at: inAnHour },
    ...(evening - now > EVENING_MIN_MS ? [{ preset: 'evening' as const, at: evening }] : []),
    { preset: 'tomorrowMorning', at: at(tomorrow, MORNING) },
    { preset: 'tomorrowNoon', at: at(tomorrow, NOON) },
    ...(monday === tomorrow ? [] : [{ preset: 'monday' as const, at: at(monday, MORNING) }]),
  ]
}

/** The Monday after the day, never the day itself. */
function daysToMonday(day: string): number {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return (8 - weekday) % 7 || 7
}
