import { expect, test } from 'vitest'
import * as format from './format.ts'

const nairobi = { language: 'en', timeZone: 'Africa/Nairobi' } as const
const swahili = { language: 'sw', timeZone: 'Africa/Nairobi' } as const

// Monday 3 August 2026, 14:05 in Nairobi.
const NOW = Date.UTC(2026, 7, 3, 11, 5)
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

test('dates are written in the company’s zone, not the machine’s', () => {
  const evening = Date.UTC(2026, 7, 3, 22, 30)
  expect(format.formatDateTime(evening, nairobi)).toBe('4 Aug 2026, 01:30')
  expect(format.formatDateTime(evening, { ...nairobi, timeZone: 'America/New_York' })).toBe(
    '3 Aug 2026, 18:30',
  )
  expect(format.toDayKey(evening, 'Africa/Nairobi')).toBe('2026-08-04')
  expect(format.toDayKey(evening, 'America/New_York')).toBe('2026-08-03')
})

test('midnight is 00, never 24', () => {
  expect(format.formatClock(Date.UTC(2026, 7, 3, 21, 0), nairobi)).toBe('00:00')
})

test('the day carries a year only when it is another one', () => {
  expect(format.formatDay(NOW, nairobi, NOW)).toMatch(/^Mon,? 3 Aug$/)
  expect(format.formatDay(NOW - 365 * DAY, nairobi, NOW)).toMatch(/2025$/)
})

test.each([
  [-20_000, 'now'],
  [20_000, 'now'],
  [-5 * MINUTE, '5 min ago'],
  [-3 * HOUR, '3 hr ago'],
  [-DAY, 'yesterday'],
  [-3 * DAY, '3 days ago'],
  [2 * HOUR, 'in 2 hr'],
  [DAY, 'tomorrow'],
])('%i ms from now is %s', (distance, text) => {
  expect(format.formatRelative(NOW + distance, nairobi, NOW)).toBe(text)
})

test('older than a week is the day itself', () => {
  expect(format.formatRelative(NOW - 10 * DAY, nairobi, NOW)).toMatch(/24 Jul/)
})

test('yesterday is a calendar day of the zone, not 24 hours', () => {
  const now = Date.UTC(2026, 7, 3, 6, 0)
  const lateYesterday = Date.UTC(2026, 7, 2, 20, 0)
  expect(format.formatRelative(lateYesterday, nairobi, now)).toBe('yesterday')
  expect(format.formatRowTime(lateYesterday, nairobi, now)).toBe('yesterday')
})

test('list rows use the shortest form', () => {
  expect(format.formatRowTime(NOW - HOUR, nairobi, NOW)).toBe('13:05')
  expect(format.formatRowTime(NOW - 3 * DAY, nairobi, NOW)).toBe('Fri')
  expect(format.formatRowTime(NOW - 20 * DAY, nairobi, NOW)).toBe('14 Jul')
})

test('days are told apart when the clocks change', () => {
  // Berlin, 25 October 2026: a day of 25 hours.
  const berlin = { language: 'en', timeZone: 'Europe/Berlin' } as const
  const before = Date.UTC(2026, 9, 24, 22, 30)
  const after = Date.UTC(2026, 9, 25, 22, 30)
  expect(format.toDayKey(before, berlin.timeZone)).toBe('2026-10-25')
  expect(format.toDayKey(after, berlin.timeZone)).toBe('2026-10-25')
  expect(format.formatRowTime(before, berlin, after)).toBe('00:30')
})

test('Swahili is Swahili', () => {
  expect(format.formatRelative(NOW - 5 * MINUTE, swahili, NOW)).toBe('dakika 5 zilizopita')
  expect(format.formatDateTime(NOW, swahili)).toBe('3 Ago 2026, 14:05')
})

test('numbers, shares and sizes', () => {
  expect(format.formatNumber(1234567, 'en')).toBe('1,234,567')
  expect(format.formatPercent(0.624, 'en')).toBe('62%')
  expect(format.formatBytes(640, 'en')).toBe('640 byte')
  expect(format.formatBytes(640_000, 'en')).toBe('640 kB')
  expect(format.formatBytes(2_440_000, 'en')).toBe('2.4 MB')
})
