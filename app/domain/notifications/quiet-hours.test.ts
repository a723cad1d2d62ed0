import { expect, test } from 'vitest'
import { isPushService } from './push-services.ts'
import { nextMinuteOfDay, quietUntil, weekdayIn } from './quiet-hours.ts'

const at = (text: string) => Date.parse(text)
const night = { from: 22 * 60, until: 7 * 60 }
const lunch = { from: 12 * 60, until: 13 * 60 }

test.each([
  // Nairobi has no summer time and is three hours ahead.
  [night, '2026-11-20T18:59:59Z', undefined],
  [night, '2026-11-20T19:00:00Z', '2026-11-21T04:00:00Z'],
  [night, '2026-11-21T00:30:30Z', '2026-11-21T04:00:00Z'],
  [night, '2026-11-21T04:00:00Z', undefined],
  [lunch, '2026-11-21T09:59:00Z', '2026-11-21T10:00:00Z'],
  [lunch, '2026-11-21T10:00:00Z', undefined],
  [{ from: 300, until: 300 }, '2026-11-21T02:00:00Z', undefined],
  [undefined, '2026-11-21T02:00:00Z', undefined],
])('%j at %s ends %s', (quiet, now, end) => {
  expect(quietUntil(at(now), quiet, 'Africa/Nairobi')).toBe(end && at(end))
})

test('a night in which clocks change ends at the same hour on the wall', () => {
  // Berlin, 25 October 2026: three o’clock comes twice.
  expect(quietUntil(at('2026-10-24T21:00:00Z'), night, 'Europe/Berlin')).toBe(
    at('2026-10-25T06:00:00Z'),
  )
})

test('the next half past seven, and which day it is there', () => {
  const minute = 7 * 60 + 30
  const next = (now: string) => nextMinuteOfDay(at(now), minute, 'Africa/Nairobi')
  expect(next('2026-11-21T04:29:59Z')).toBe(at('2026-11-21T04:30:00Z'))
  expect(next('2026-11-21T04:30:00Z')).toBe(at('2026-11-22T04:30:00Z'))
  expect(weekdayIn(at('2026-11-22T21:30:00Z'), 'Africa/Nairobi')).toBe(1)
})

test.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://wns2-par02p.notify.windows.com/w/?token=abc',
  'https://web.push.apple.com/abc',
])('%s is a push service', (url) => expect(isPushService(url)).toBe(true))

test.each([
  ...['http://fcm.googleapis.com/x', 'https://fcm.googleapis.com:8443/x', 'https://localhost/x'],
  ...['https://fcm.googleapis.com.evil.example/x', 'https://evil.example/?fcm.googleapis.com'],
  ...['https://evilpush.apple.com.example/x', 'https://a@fcm.googleapis.com/x', 'ftp://x', 'x'],
  ...['http://169.254.169.254/latest', 'http://[::1]/x', 'https://notify.windows.com.evil.dev/x'],
  `https://fcm.googleapis.com/${'x'.repeat(1_000)}`,
])('%s is none', (url) => expect(isPushService(url)).toBe(false))

test('an operator may trust another one, by its exact origin', () => {
  const extra = ['http://127.0.0.1:4500']
  expect(isPushService('http://127.0.0.1:4500/push/1', extra)).toBe(true)
  expect(isPushService('http://127.0.0.1:4501/push/1', extra)).toBe(false)
})
