import { expect, test } from 'vitest'
import { defaultDue, readTask } from './read-task.server.ts'

const timeZone = 'Africa/Nairobi'
/** Wednesday 4 November 2026, 14:20 in Nairobi. */
const now = Date.parse('2026-11-04T11:20:00Z')
const wall = (text: string) => new Date(`${text}:00+03:00`).toISOString()

test.each([
  ['call Asha tomorrow 9am', 'call Asha', '2026-11-05T09:00'],
  ['Tomorrow at 15:30 send the quote', 'send the quote', '2026-11-05T15:30'],
  ['remind me to pay the supplier on friday', 'pay the supplier', '2026-11-06T09:00'],
  ['check room 12 in 2 hours', 'check room 12', '2026-11-04T16:20'],
  ['call Asha, monday', 'call Asha', '2026-11-09T09:00'],
  ['Mpigie Asha kesho saa tatu asubuhi', 'Mpigie Asha', '2026-11-05T09:00'],
  ['nikumbushe kutuma bei jumatatu saa mbili asubuhi', 'kutuma bei', '2026-11-09T08:00'],
  ['Fuatilia malipo baada ya masaa mawili', 'Fuatilia malipo', '2026-11-04T16:20'],
])('%s', (line, title, at) => {
  const read = readTask(line, { now, timeZone })
  expect({ ...read, dueAt: read.dueAt && new Date(read.dueAt).toISOString() }).toEqual({
    ...{ title, dueAt: wall(at) },
  })
})

test('without a time the whole line is what is to be done', () => {
  expect(readTask('call  Asha about the deposit', { now, timeZone })).toEqual({
    ...{ title: 'call Asha about the deposit', dueAt: undefined },
  })
  expect(new Date(defaultDue(now, timeZone)).toISOString()).toBe(wall('2026-11-04T17:00'))
  const evening = now + 3 * 3_600_000
  expect(new Date(defaultDue(evening, timeZone)).toISOString()).toBe(wall('2026-11-05T09:00'))
})

test('a time alone is nothing to do', () => {
  expect(readTask('tomorrow 9am', { now, timeZone }).title).toBe('')
})
