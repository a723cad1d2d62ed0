import { DateTime } from 'luxon'

/**
 * The same wall-clock time a number of months on. A company that began on the 31st pays on the
 * last day of shorter months and on the 31st again where there is one.
 *
 * @param at UTC ms
 * @returns UTC ms
 */
export function addMonths(
  at: number,
  months: number,
  where: { timeZone: string; anchorDay: number },
): number {
  const month = DateTime.fromMillis(at, { zone: where.timeZone }).plus({ months })
  return month.set({ day: Math.min(where.anchorDay, month.daysInMonth ?? 28) }).toMillis()
}

/** The same wall-clock time a number of days on, UTC ms. */
export function addDays(at: number, days: number, timeZone: string): number {
  return DateTime.fromMillis(at, { zone: timeZone }).plus({ days }).toMillis()
}

/** Day of the month in a zone, 1–31. */
export function dayOfMonth(at: number, timeZone: string): number {
  return DateTime.fromMillis(at, { zone: timeZone }).day
}

/** The calendar year in a zone, for numbers of documents. */
export function yearOf(at: number, timeZone: string): number {
  return DateTime.fromMillis(at, { zone: timeZone }).year
}
