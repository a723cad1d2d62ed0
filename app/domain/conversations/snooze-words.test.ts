import { describe, expect, test } from 'vitest'
import { presetTimes } from './snooze-times.ts'
import { readSnooze, readWords } from './snooze-words.server.ts'

const NAIROBI = 'Africa/Nairobi'
/** Wednesday 4 November 2026, 14:20 in Nairobi. */
const NOW = Date.parse('2026-11-04T11:20:00Z')
const wall = (text: string) => Date.parse(`${text}:00+03:00`)

describe('words', () => {
  test.each([
    ['in 3 hours', '2026-11-04T17:20'],
    ['in 45 minutes', '2026-11-04T15:05'],
    ['tomorrow 9am', '2026-11-05T09:00'],
    ['tomorrow', '2026-11-05T09:00'],
    ['friday at 15:30', '2026-11-06T15:30'],
    ['monday', '2026-11-09T09:00'],
    ['in 2 days', '2026-11-06T09:00'],
    ['12 November 8am', '2026-11-12T08:00'],
    ['at 9am', '2026-11-05T09:00'],
    ['kesho saa tatu asubuhi', '2026-11-05T09:00'],
    ['Kesho, saa 4 na nusu asubuhi', '2026-11-05T10:30'],
    ['leo saa kumi na moja jioni', '2026-11-04T17:00'],
    ['saa mbili usiku', '2026-11-04T20:00'],
    ['kesho saa tisa kasoro robo mchana', '2026-11-05T14:45'],
    ['kesho kutwa', '2026-11-06T09:00'],
    ['jumatatu saa mbili asubuhi', '2026-11-09T08:00'],
    ['wiki ijayo', '2026-11-11T09:00'],
    ['baada ya masaa mawili', '2026-11-04T16:20'],
    ['baada ya saa moja na nusu', '2026-11-04T15:50'],
    ['baada ya dakika 10', '2026-11-04T14:30'],
    ['baada ya siku tatu', '2026-11-07T14:20'],
  ])('%s', (text, expected) => {
    const at = readWords(text, NOW, NAIROBI)
    expect(at === undefined ? undefined : new Date(at).toISOString()).toBe(
      new Date(wall(expected)).toISOString(),
    )
  })

  test.each(['', 'banana', 'hujambo', '???', 'saa kumi na tano'])(
    '%j is not understood',
    (words) => {
      expect(readSnooze({ words }, { now: NOW, timeZone: NAIROBI })).toEqual({
        ...{ ok: false, reason: 'snooze_not_understood' },
      })
    },
  )

  test('the past and the far future are refused', () => {
    const read = (at: string) => readSnooze({ at }, { now: NOW, timeZone: NAIROBI })
    expect(read('2026-11-04T14:00')).toEqual({ ok: false, reason: 'snooze_past' })
    expect(read('2028-11-04T14:00')).toEqual({ ok: false, reason: 'snooze_too_far' })
    expect(read('2026-11-04T16:00')).toEqual({ ok: true, until: wall('2026-11-04T16:00') })
  })

  test('a zone whose clocks change keeps nine o’clock nine', () => {
    const beforeChange = Date.parse('2026-10-24T10:00:00Z')
    const at = readWords('monday', beforeChange, 'Europe/Berlin')
    expect(at).toBe(Date.parse('2026-10-26T09:00:00+01:00'))
  })
})

describe('presets', () => {
  test('on a Wednesday afternoon', () => {
    expect(presetTimes(NOW, NAIROBI)).toEqual([
      { preset: 'later_today', at: wall('2026-11-04T18:00') },
      { preset: 'tomorrow', at: wall('2026-11-05T09:00') },
      { preset: 'monday', at: wall('2026-11-09T09:00') },
      { preset: 'next_week', at: wall('2026-11-11T09:00') },
    ])
  })

  test('late in the evening there is no later today; on a Sunday, Monday is tomorrow', () => {
    const sunday = wall('2026-11-08T21:30')
    expect(presetTimes(sunday, NAIROBI).map((time) => time.preset)).toEqual([
      ...['tomorrow', 'next_week'],
    ])
  })
})
