import { expect, test } from 'vitest'
import { writeCalendar } from './calendar.server.ts'
import type { Appointment } from './calendar.server.ts'

const appointment: Appointment = {
  ...{ uid: 'a1@baraza', sequence: 0, startsAt: Date.UTC(2026, 10, 24, 7), minutes: 45 },
  ...{ title: 'Baraza: demo for Kijani Lodge', place: 'https://meet.example/x', note: '' },
  organizer: { name: 'Moses Kiprono', email: 'moses@baraza.test' },
  ...{ attendees: ['asha@kijani.test'], at: Date.UTC(2026, 10, 22), isCancelled: false },
}

/** As a calendar reads it: folded lines are one. */
const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n')

test('an invitation names the moment in UTC, who asks and who is asked', () => {
  const lines = linesOf(writeCalendar(appointment))
  expect(lines[0]).toBe('BEGIN:VCALENDAR')
  expect(lines).toContain('METHOD:REQUEST')
  expect(lines).toContain('UID:a1@baraza')
  expect(lines).toContain('SEQUENCE:0')
  expect(lines).toContain('DTSTART:20261124T070000Z')
  expect(lines).toContain('DTEND:20261124T074500Z')
  expect(lines.some((line) => /^ORGANIZER.*mailto:moses@baraza\.test$/i.test(line))).toBe(true)
  expect(lines.some((line) => /^ATTENDEE.*mailto:asha@kijani\.test$/i.test(line))).toBe(true)
})

test('what people write breaks no line: long ones are folded, marks are escaped', () => {
  const note = `Bring: menu, prices; photos\nATTENDEE:mailto:stranger@x.test\n${'ä'.repeat(120)}`
  const text = writeCalendar({ ...appointment, note, place: 'Moi Avenue, 2nd floor' })
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  const lines = linesOf(text)
  expect(lines).toContain('LOCATION:Moi Avenue\\, 2nd floor')
  expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1)
  expect(lines.find((line) => line.startsWith('DESCRIPTION'))).toContain(
    'menu\\, prices\\; photos\\nATTENDEE',
  )
})

test('calling off takes it out of the calendar it is in', () => {
  const lines = linesOf(writeCalendar({ ...appointment, sequence: 2, isCancelled: true }))
  expect(lines).toContain('METHOD:CANCEL')
  expect(lines).toContain('STATUS:CANCELLED')
  expect(lines).toContain('SEQUENCE:2')
  expect(lines).toContain('UID:a1@baraza')
})
