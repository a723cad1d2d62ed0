const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** How many are kept of each kind: the newest of each of the last hours, days, weeks and months. */
export const RETENTION = [
  { name: 'hourly', periodMs: HOUR_MS, count: 24 },
  { name: 'daily', periodMs: DAY_MS, count: 14 },
  { name: 'weekly', periodMs: 7 * DAY_MS, count: 8 },
  { name: 'monthly', periodMs: 30 * DAY_MS, count: 12 },
] as const

/**
 * Which backups of one file may go. The newest is always kept, however old: a company that is
 * quiet for years has one.
 *
 * @param backups `takenAt` in UTC ms, in any order
 */
export function listExpired<T extends { takenAt: number }>(backups: T[], now: number): T[] {
  const newestFirst = [...backups].sort((a, b) => b.takenAt - a.takenAt)
  const kept = new Set(newestFirst.slice(0, 1))
  for (const { periodMs, count } of RETENTION) {
    const periods = new Map<number, T>()
    for (const one of newestFirst) {
      const isRecent = now - one.takenAt < count * periodMs
      const period = Math.floor(one.takenAt / periodMs)
      if (isRecent && !periods.has(period)) periods.set(period, one)
    }
    for (const one of periods.values()) kept.add(one)
  }
  return newestFirst.filter((one) => !kept.has(one))
}
