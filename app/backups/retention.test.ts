import fc from 'fast-check'
import { expect, test } from 'vitest'
import { listExpired } from './retention.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 10, 21)

test('a year of hourly backups leaves a day of hours, two weeks of days, then weeks and months', () => {
  const backups = Array.from({ length: 365 * 24 }, (_, hours) => ({ takenAt: NOW - hours * HOUR }))
  const expired = new Set(listExpired(backups, NOW))
  const kept = backups.filter((one) => !expired.has(one))
  const within = (days: number) => kept.filter((one) => NOW - one.takenAt < days * DAY).length
  expect(within(1)).toBe(24)
  expect(within(14)).toBeGreaterThanOrEqual(24 + 12)
  expect(kept.length).toBeLessThan(24 + 14 + 9 + 13)
  expect(Math.max(...kept.map((one) => NOW - one.takenAt))).toBeGreaterThan(300 * DAY)
})

test('the newest is never let go of, and letting go once is enough', () => {
  const times = fc.array(fc.integer({ min: 0, max: 900 * 24 }), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(times, (hours) => {
      const backups = hours.map((hour) => ({ takenAt: NOW - hour * HOUR }))
      const expired = new Set(listExpired(backups, NOW))
      const kept = backups.filter((one) => !expired.has(one))
      const newest = Math.max(...backups.map((one) => one.takenAt))
      expect(kept.some((one) => one.takenAt === newest)).toBe(true)
      expect(listExpired(kept, NOW)).toEqual([])
    }),
  )
})
