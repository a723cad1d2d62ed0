import { expect, test } from 'vitest'
import { addDays, fromWallTime, toWallTime } from './wall-time.ts'

test.each([
  ['Africa/Nairobi', '2026-08-03T14:05', '2026-08-03T11:05:00Z'],
  ['America/New_York', '2026-01-15T08:00', '2026-01-15T13:00:00Z'],
  ['Asia/Kathmandu', '2026-08-03T00:10', '2026-08-02T18:25:00Z'],
  ['Pacific/Kiritimati', '2026-12-31T23:59', '2026-12-31T09:59:00Z'],
])('%s %s', (zone, wall, utc) => {
  expect(fromWallTime(wall, zone)).toBe(Date.parse(utc))
  expect(toWallTime(Date.parse(utc), zone)).toBe(wall)
})

test('a time that the clocks leave out is the moment after, one that comes twice the first', () => {
  const zone = 'Europe/Berlin'
  expect(fromWallTime('2026-03-29T02:30', zone)).toBe(Date.parse('2026-03-29T01:00:00Z'))
  expect(fromWallTime('2026-10-25T02:30', zone)).toBe(Date.parse('2026-10-25T00:30:00Z'))
})

test.each([
  '',
  '2026-02-30T10:00',
  '2026-13-01T10:00',
  '2026-01-01',
  'tomorrow',
  '2026-01-01T25:00',
])('%j is no time', (text) => expect(fromWallTime(text, 'Africa/Nairobi')).toBeUndefined())

test('days are counted on the calendar', () => {
  expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
  expect(addDays('2026-12-31', 7)).toBe('2027-01-07')
})
