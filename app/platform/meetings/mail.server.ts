import { randomUUID } from 'node:crypto'
import { formatDateTime } from '#app/i18n/format.ts'
import { PLATFORM_TIME_ZONE } from '../companies/standing.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { enqueuePlatformJob } from '../jobs.server.ts'
import type { Prospect } from '../sales/find.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { writeCalendar } from './calendar.server.ts'
import type { Appointment } from './calendar.server.ts'
import { findMeeting } from './meetings.server.ts'
import type { Meeting } from './meetings.server.ts'

type Person = { email: string; language: 'en' | 'sw' }

/**
 * Mails a demo as it stands to the rep and whoever is asked, in the caller's transaction.
 *
 * @param about.extra who was asked before and is no longer: their calendars let go of it
 */
export function mailMeeting(
  platform: PlatformDb,
  user: PlatformActor,
  { prospect, id, extra }: { prospect: Prospect; id: number; extra: readonly string[] },
): void {
  const meeting = findMeeting(platform, user, { prospectId: prospect.id, id })
  const rep = findPerson(platform, prospect.repId ?? user.id)
  if (!meeting || !rep) return
  const isCancelled = meeting.cancelledAt !== null
  const appointment = toAppointment(meeting, { name: prospect.name, rep, isCancelled })
  const kind = isCancelled ? 'cancelled' : meeting.sequence === 0 ? 'planned' : 'moved'
  const asked = meeting.attendees.map((email) => ({ email, language: rep.language }))
  const mail = { meeting, name: prospect.name, repName: rep.name }
  for (const to of [rep, ...asked]) send(platform, to, { ...mail, kind, appointment })
  const gone = { ...appointment, attendees: extra, isCancelled: true }
  for (const email of extra)
    send(
      platform,
      { email, language: rep.language },
      { ...mail, kind: 'cancelled', appointment: gone },
    )
}

function toAppointment(
  meeting: Meeting,
  about: { name: string; rep: Person & { name: string }; isCancelled: boolean },
): Appointment {
  const { uid, sequence, startsAt, minutes, place, note, attendees, updatedAt: at } = meeting
  const { name, rep, isCancelled } = about
  return {
    ...{ uid, sequence, startsAt, minutes, place, note, attendees, at, isCancelled },
    title: `Baraza · ${name}`,
    organizer: { name: rep.name, email: rep.email },
  }
}

function send(
  platform: PlatformDb,
  { email: to, language }: Person,
  mail: {
    meeting: Meeting
    name: string
    repName: string
    kind: 'planned' | 'moved' | 'cancelled'
    appointment: Appointment
  },
): void {
  const { meeting, name, repName, kind, appointment } = mail
  const zone = { language, timeZone: PLATFORM_TIME_ZONE }
  const values = {
    ...{ mailId: randomUUID(), name, sender: repName, kind },
    ...{ when: formatDateTime(meeting.startsAt, zone), place: meeting.place, note: meeting.note },
    calendar: writeCalendar(appointment),
    calendarMethod: appointment.isCancelled ? 'CANCEL' : 'REQUEST',
  }
  const key = `meeting:${meeting.id}:${meeting.sequence}:${to}`
  enqueuePlatformJob(
    platform,
    'mail.send',
    { template: 'demo_meeting', to, language, values },
    { key },
  )
}

function findPerson(platform: PlatformDb, id: number): (Person & { name: string }) | undefined {
  return platformSqliteOf(platform)
    .prepare<[number], Person & { name: string }>(
      'select email, name, language from platform_users where id = ?',
    )
    .get(id)
}
