import { describe, expect, test } from 'vitest'
import { parseHours } from '#app/domain/company/hours.ts'
import { addBusinessTime, businessTimeBetween, isBusinessTime } from './business-time.ts'
import type { Calendar } from './business-time.ts'

const WEEK = '"mon":"08:00-17:00","tue":"08:00-17:00","wed":"08:00-17:00","thu":"08:00-17:00"'
const OFFICE = `{${WEEK},"fri":"08:00-17:00","sat":"09:00-13:00"}`
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const every = (times: string) => JSON.stringify(Object.fromEntries(DAYS.map((d) => [d, times])))

function calendar(hours: string, timeZone: string, holidays: string[] = []): Calendar {
  return { hours: parseHours(hours), timeZone, holidays: new Set(holidays) }
}
const nairobi = calendar(OFFICE, 'Africa/Nairobi')
/** a wall-clock time of Nairobi, three hours ahead all year */
const at = (wall: string) => Date.parse(`${wall}:00+03:00`)
const minutes = (count: number) => count * 60_000
const hours = (count: number) => count * 3_600_000

// 2 November 2026 is a Monday.
describe('in a zone that never changes its clocks', () => {
  test.each([
    ['inside a day', '2026-11-02T09:00', 30, '2026-11-02T09:30'],
    ['up to closing time', '2026-11-02T16:30', 30, '2026-11-02T17:00'],
    ['over the night', '2026-11-02T16:45', 30, '2026-11-03T08:15'],
    ['from before opening', '2026-11-02T03:00', 30, '2026-11-02T08:30'],
    ['from after closing', '2026-11-02T19:00', 30, '2026-11-03T08:30'],
    ['into a short Saturday', '2026-11-06T16:00', 120, '2026-11-07T10:00'],
    ['over a closed Sunday', '2026-11-07T12:30', 60, '2026-11-09T08:30'],
    ['from a closed Sunday', '2026-11-08T12:00', 1, '2026-11-09T08:01'],
    ['a working week and more', '2026-11-02T08:00', (5 * 9 + 4 + 1) * 60, '2026-11-09T09:00'],
    ['no time at all', '2026-11-02T09:00', 0, '2026-11-02T09:00'],
  ])('%s', (_, from, count, expected) => {
    expect(addBusinessTime(nairobi, at(from), minutes(count))).toBe(at(expected))
    const start = at(from)
    expect(businessTimeBetween(nairobi, start, at(expected))).toBe(minutes(count))
  })

  test('time between is only what was open', () => {
    const between = (from: string, to: string) => businessTimeBetween(nairobi, at(from), at(to))
    expect(between('2026-11-02T18:00', '2026-11-03T07:00')).toBe(0)
    expect(between('2026-11-03T09:00', '2026-11-02T09:00')).toBe(0)
    expect(between('2026-11-02T00:00', '2026-11-09T00:00')).toBe(hours(49))
  })

  test('a holiday is a closed day, also between two open ones', () => {
    const jamhuri = calendar(OFFICE, 'Africa/Nairobi', ['2026-11-03'])
    expect(addBusinessTime(jamhuri, at('2026-11-02T16:45'), minutes(30))).toBe(
      at('2026-11-04T08:15'),
    )
    expect(isBusinessTime(jamhuri, at('2026-11-03T10:00'))).toBe(false)
    expect(isBusinessTime(nairobi, at('2026-11-03T10:00'))).toBe(true)
  })

  test('nights that are worked through belong to the day they begin on', () => {
    const bar = calendar('{"fri":"18:00-02:00","sat":"18:00-02:00"}', 'Africa/Nairobi')
    expect(addBusinessTime(bar, at('2026-11-07T01:30'), hours(1))).toBe(at('2026-11-07T18:30'))
    expect(isBusinessTime(bar, at('2026-11-08T01:59'))).toBe(true)
    expect(isBusinessTime(bar, at('2026-11-08T02:00'))).toBe(false)
    const closedSaturday = { ...bar, holidays: new Set(['2026-11-07']) }
    expect(isBusinessTime(closedSaturday, at('2026-11-07T01:00'))).toBe(true)
    expect(isBusinessTime(closedSaturday, at('2026-11-08T01:00'))).toBe(false)
  })

  test('hours that reach into the next opening are not counted twice', () => {
    const long = calendar('{"mon":"08:00-03:00","tue":"02:00-10:00"}', 'Africa/Nairobi')
    expect(businessTimeBetween(long, at('2026-11-02T08:00'), at('2026-11-03T10:00'))).toBe(
      hours(26),
    )
  })

  test('without hours it is always open, holidays aside', () => {
    const always = calendar('{}', 'Africa/Nairobi', ['2026-11-03'])
    expect(addBusinessTime(always, at('2026-11-01T23:30'), hours(1))).toBe(at('2026-11-02T00:30'))
    expect(addBusinessTime(always, at('2026-11-02T23:30'), hours(1))).toBe(at('2026-11-04T00:30'))
  })
})

describe('when the clocks change', () => {
  // Berlin: 29 March 2026 02:00 becomes 03:00; 25 October 2026 03:00 becomes 02:00.
  const berlin = (times: string) => calendar(every(times), 'Europe/Berlin')
  test.each([
    [
      'opening hours stay at their wall clock in spring',
      '08:00-17:00',
      '2026-03-28T16:30+01:00',
      60,
      '2026-03-29T08:30+02:00',
    ],
    ['and in autumn', '08:00-17:00', '2026-10-24T16:30+02:00', 60, '2026-10-25T08:30+01:00'],
    [
      'the short night has an hour less',
      '00:00-06:00',
      '2026-03-29T00:00+01:00',
      300,
      '2026-03-29T06:00+02:00',
    ],
    [
      'the long night has an hour more',
      '00:00-06:00',
      '2026-10-25T00:00+02:00',
      420,
      '2026-10-25T06:00+01:00',
    ],
    [
      'an opening that is left out is the moment after',
      '02:30-06:00',
      '2026-03-29T00:00+01:00',
      60,
      '2026-03-29T04:00+02:00',
    ],
    [
      'what comes twice opens the first time',
      '02:30-06:00',
      '2026-10-25T00:00+02:00',
      60,
      '2026-10-25T02:30+01:00',
    ],
  ])('%s', (_, times, from, count, expected) => {
    expect(addBusinessTime(berlin(times), Date.parse(from), minutes(count))).toBe(
      Date.parse(expected),
    )
    expect(businessTimeBetween(berlin(times), Date.parse(from), Date.parse(expected))).toBe(
      minutes(count),
    )
  })

  test('around the clock every day counts what it has', () => {
    const newYork = calendar('{}', 'America/New_York')
    const day = (date: string, before: string, after: string) =>
      businessTimeBetween(
        newYork,
        Date.parse(`${date}T00:00${before}`),
        Date.parse(`${date}T23:59:59.999${after}`) + 1,
      )
    expect(day('2026-03-08', '-05:00', '-04:00')).toBe(hours(23))
    expect(day('2026-11-01', '-04:00', '-05:00')).toBe(hours(25))
  })

  test.each(['Africa/Cairo', 'Africa/Casablanca', 'Asia/Kathmandu', 'Pacific/Apia'])(
    'adding and measuring agree all year in %s',
    (timeZone) => {
      const office = calendar(OFFICE, timeZone)
      for (let day = 0; day < 365; day += 3) {
        const from = Date.UTC(2026, 0, 1, day % 24) + day * hours(24)
        const due = addBusinessTime(office, from, minutes(137 + day))
        expect(businessTimeBetween(office, from, due)).toBe(minutes(137 + day))
        expect(isBusinessTime(office, due - 1)).toBe(true)
      }
    },
  )
})
