import { expect, test } from 'vitest'
import { parseHours } from './hours.ts'
import { openState } from './open-hours.ts'

const timeZone = 'Africa/Nairobi'
/** Wall time in Nairobi, three hours ahead of UTC all year. */
const at = (text: string) => Date.parse(`${text}:00+03:00`)
const week = parseHours('{"mon":"08:00-17:00","tue":"08:00-17:00","fri":"18:00-02:00"}')
const state = (hours: typeof week, time: string, holidays: string[] = []) =>
  openState({ hours, holidays: new Set(holidays), timeZone, now: at(time) })

test('open from the opening minute to the closing one', () => {
  expect(state(week, '2026-11-23T08:00')).toEqual({ isOpen: true })
  expect(state(week, '2026-11-23T16:59')).toEqual({ isOpen: true })
  expect(state(week, '2026-11-23T17:00')).toEqual({
    ...{ isOpen: false, closedSince: at('2026-11-23T17:00'), opensAt: at('2026-11-24T08:00') },
  })
})

test('hours past midnight belong to the day before', () => {
  expect(state(week, '2026-11-28T01:59')).toEqual({ isOpen: true })
  expect(state(week, '2026-11-28T02:00')).toMatchObject({
    ...{ isOpen: false, closedSince: at('2026-11-28T02:00'), opensAt: at('2026-11-30T08:00') },
  })
})

test('a holiday is closed, and its eve’s closing names the whole period', () => {
  const holidays = ['2026-11-24', '2026-11-27']
  expect(state(week, '2026-11-24T10:00', holidays)).toEqual({
    ...{ isOpen: false, closedSince: at('2026-11-23T17:00'), opensAt: at('2026-11-30T08:00') },
  })
})

test('who never said when is always open, but for holidays', () => {
  const none = parseHours('{}')
  expect(state(none, '2026-11-22T03:00')).toEqual({ isOpen: true })
  expect(state(none, '2026-12-25T03:00', ['2026-12-25'])).toEqual({
    ...{ isOpen: false, closedSince: at('2026-12-25T00:00'), opensAt: at('2026-12-26T00:00') },
  })
})

test('a change of clocks moves no opening', () => {
  const hours = parseHours('{"sun":"09:00-12:00"}')
  const now = Date.parse('2026-03-28T20:00:00Z')
  const closed = openState({ hours, holidays: new Set(), timeZone: 'Europe/Berlin', now })
  expect(closed).toMatchObject({ opensAt: Date.parse('2026-03-29T07:00:00Z') })
})
