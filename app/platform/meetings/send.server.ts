import { randomUUID } from 'node:crypto'
import { formatDateTime } from '#app/i18n/format.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { enqueuePlatformJob } from '../jobs.server.ts'
import { writeCalendar } from './calendar.server.ts'
import type { Appointment } from './calendar.server.ts'

/** Who is written to, in their language and with the hour where they are. */
export type Invited = { email: string; language: 'en' | 'sw'; timeZone: string }

/**
 * Mails one person about an appointment, with the file for their calendar, in the caller's
 * transaction.
 *
 * @param mail.key the same mail is written once
 */
export function sendAppointment(
  platform: PlatformDb,
  { email: to, language, timeZone }: Invited,
  mail: {
    template: 'demo_meeting' | 'setup_date'
    key: string
    values: { name: string; sender: string; kind: string; note: string }
    appointment: Appointment
  },
): void {
  const { template, key, appointment } = mail
  const values = {
    ...{ mailId: randomUUID(), ...mail.values, zone: timeZone.replaceAll('_', ' ') },
    ...{ when: formatDateTime(appointment.startsAt, { language, timeZone }) },
    place: appointment.place,
    calendar: writeCalendar(appointment),
    calendarMethod: appointment.isCancelled ? 'CANCEL' : 'REQUEST',
  }
  enqueuePlatformJob(platform, 'mail.send', { template, to, language, values }, { key })
}

export type Person = { email: string; language: 'en' | 'sw'; name: string }

export function findPerson(platform: PlatformDb, id: number): Person | undefined {
  return platformSqliteOf(platform)
    .prepare<[number], Person>('select email, name, language from platform_users where id = ?')
    .get(id)
}
