import { addDays, fromWallTime, toWallTime } from '#app/domain/company/wall-time.ts'

/** Snoozing in a few presses, in the order of the menu. */
export const snoozePresets = ['later_today', 'tomorrow', 'monday', 'next_week'] as const
export type SnoozePreset = (typeof snoozePresets)[number]

/** When a day's work begins, in the company's zone. */
export const MORNING = '09:00'
const LATER_MS = 3 * 3_600_000
const HOUR_MS = 3_600_000
/** Nobody wants a conversation back at night. */
const EVENING = '20:00'
const MONDAY = 1

/** The presets that make sense now, each with its time in UTC ms. */
export function presetTimes(now: number, timeZone: string): { preset: SnoozePreset; at: number }[] {
  const [day = '', clock = ''] = toWallTime(now, timeZone).split('T')
  const later = Math.ceil((now + LATER_MS) / HOUR_MS) * HOUR_MS
  const [laterDay, laterClock = ''] = toWallTime(later, timeZone).split('T')
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const untilMonday = (MONDAY - weekday + 7) % 7 || 7
  const morning = (days: number) => fromWallTime(`${addDays(day, days)}T${MORNING}`, timeZone) ?? 0
  const times: { preset: SnoozePreset; at: number }[] = []
  if (laterDay === day && laterClock <= EVENING && clock < EVENING)
    times.push({ preset: 'later_today', at: later })
  times.push({ preset: 'tomorrow', at: morning(1) })
  if (untilMonday > 1) times.push({ preset: 'monday', at: morning(untilMonday) })
  if (untilMonday < 7) times.push({ preset: 'next_week', at: morning(7) })
  return times
}
