import { expect, test } from 'vitest'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import { listLaterPresets } from './presets.ts'

const zone = 'Africa/Nairobi'
const at = (wall: string) => Date.parse(`${wall}:00+03:00`)
const shown = (wall: string) =>
  listLaterPresets(at(wall), zone).map((one) => [one.preset, toWallTime(one.at, zone)])

test('on a working day', () => {
  expect(shown('2026-08-05T09:20')).toEqual([
    ['hour', '2026-08-05T10:20'],
    ['evening', '2026-08-05T18:00'],
    ['tomorrowMorning', '2026-08-06T09:00'],
    ['tomorrowNoon', '2026-08-06T13:00'],
    ['monday', '2026-08-10T09:00'],
  ])
})

test('late in the day there is no evening left, and on Sunday tomorrow is Monday', () => {
  expect(shown('2026-08-05T17:45').map(([preset]) => preset)).not.toContain('evening')
  expect(shown('2026-08-09T20:00').map(([preset]) => preset)).toEqual([
    'hour',
    'tomorrowMorning',
    'tomorrowNoon',
  ])
  expect(shown('2026-08-10T07:00').at(-1)).toEqual(['monday', '2026-08-17T09:00'])
})
