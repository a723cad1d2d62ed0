import { expect, test } from 'vitest'
import { listDayStarts, startOfDay } from './days.ts'

const iso = (at: number) => new Date(at).toISOString()

test.each([
  ['Africa/Nairobi', '2026-11-20T10:00:00Z', '2026-11-19T21:00:00.000Z'],
  ['Africa/Nairobi', '2026-11-19T21:00:00Z', '2026-11-19T21:00:00.000Z'],
  ['Africa/Nairobi', '2026-11-19T20:59:59.999Z', '2026-11-18T21:00:00.000Z'],
  ['Asia/Kathmandu', '2026-11-20T00:00:00Z', '2026-11-19T18:15:00.000Z'],
  ['Pacific/Kiritimati', '2026-11-20T09:59:00Z', '2026-11-19T10:00:00.000Z'],
  ['America/New_York', '2026-11-01T12:00:00Z', '2026-11-01T04:00:00.000Z'],
  // Clocks in Beirut skip midnight itself: the day starts at one o'clock.
  ['Asia/Beirut', '2024-03-31T12:00:00Z', '2024-03-30T22:00:00.000Z'],
])('in %s the day of %s began at %s', (zone, at, start) => {
  expect(iso(startOfDay(Date.parse(at), zone))).toBe(start)
})

test('a week over the end of summer time has one day of 25 hours', () => {
  const starts = listDayStarts(Date.parse('2026-10-27T12:00:00Z'), 'Europe/Berlin', 4)
  expect(starts.map(iso)).toEqual([
    '2026-10-23T22:00:00.000Z',
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
    '2026-10-26T23:00:00.000Z',
  ])
})
