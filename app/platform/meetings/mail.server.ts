import { PLATFORM_TIME_ZONE } from '../companies/standing.ts'
import type { PlatformDb } from '../db.server.ts'
import type { Prospect } from '../sales/find.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import type { Appointment } from './calendar.server.ts'
import { findMeeting } from './meetings.server.ts'
import type { Meeting } from './meetings.server.ts'
import { findPerson, sendAppointment } from './send.server.ts'
import type { Person } from './send.server.ts'

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
  const send = (email: string, as: typeof kind | 'cancelled', about: Appointment) => {
    const to = { email, language: rep.language, timeZone: PLATFORM_TIME_ZONE }
    const values = { name: prospect.name, sender: rep.name, kind: as, note: meeting.note }
    const key = `meeting:${meeting.id}:${meeting.sequence}:${email}`
    sendAppointment(platform, to, { template: 'demo_meeting', key, values, appointment: about })
  }
  for (const email of [rep.email, ...meeting.attendees]) send(email, kind, appointment)
  const gone = { ...appointment, attendees: extra, isCancelled: true }
  for (const email of extra) send(email, 'cancelled', gone)
}

function toAppointment(
  meeting: Meeting,
  about: { name: string; rep: Person; isCancelled: boolean },
): Appointment {
  const { uid, sequence, startsAt, minutes, place, note, attendees, updatedAt: at } = meeting
  const { name, rep, isCancelled } = about
  return {
    ...{ uid, sequence, startsAt, minutes, place, note, attendees, at, isCancelled },
    title: `Baraza · ${name}`,
    organizer: { name: rep.name, email: rep.email },
  }
}
