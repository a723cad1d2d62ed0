import { addDays, fromWallTime, toWallTime } from '#app/domain/company/wall-time.ts'

/** The last day on which a fact holds, as it is shown and typed (yyyy-mm-dd). */
export function toLastDay(expiresAt: number | null, timeZone: string): string | null {
  return expiresAt === null ? null : toWallTime(expiresAt - 1, timeZone).slice(0, 10)
}

/** UTC ms of the end of a day. */
export function toExpiry(lastDay: string | null, timeZone: string): number | null {
  if (lastDay === null) return null
  return fromWallTime(`${addDays(lastDay, 1)}T00:00`, timeZone) ?? null
}
