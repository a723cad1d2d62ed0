const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

/** Stretches of time that are shown: so many steps, from minutes or from hours. */
export const ranges = {
  hour: { stepMs: 2 * MINUTE_MS, steps: 30, table: 'health_minutes' },
  day: { stepMs: HOUR_MS, steps: 24, table: 'health_routes' },
  days: { stepMs: 24 * HOUR_MS, steps: 7, table: 'health_routes' },
  week: { stepMs: 6 * HOUR_MS, steps: 28, table: 'health_routes' },
} as const

export type HealthRange = keyof typeof ranges

/** The range a page was asked for, a day unless it says something else. */
export function toRange(asked: string | null): HealthRange {
  return asked && Object.hasOwn(ranges, asked) ? (asked as HealthRange) : 'day'
}

/** Where a range begins, UTC ms. */
export function startOf(range: HealthRange, now: number): number {
  const { stepMs, steps } = ranges[range]
  return Math.floor(now / stepMs) * stepMs - (steps - 1) * stepMs
}
