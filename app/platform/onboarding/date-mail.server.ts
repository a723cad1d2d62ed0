import { randomUUID } from 'node:crypto'
import { formatDateTime } from '#app/i18n/format.ts'
import { PLATFORM_TIME_ZONE } from '../companies/standing.ts'
import type { PlatformDb } from '../db.server.ts'
import { enqueuePlatformJob } from '../jobs.server.ts'
import type { Appointment } from '../meetings/calendar.server.ts'
import { findPerson, sendAppointment } from '../meetings/send.server.ts'
import type { Invited, Person } from '../meetings/send.server.ts'
import { findOpenDate } from './find-date.server.ts'
import type { OnboardingSession } from './sessions.server.ts'

const DAY_MS = 24 * 3_600_000

export type DateNews = 'planned' | 'moved' | 'cancelled'

/**
 * Mails rep and client the date of setting up together as it stands, in the caller's transaction.
 *
 * @param about.gone who was asked before and is no longer: their calendar lets go of it
 */
export function mailDate(
  platform: PlatformDb,
  session: OnboardingSession,
  { kind, gone }: { kind: DateNews; gone?: string },
): void {
  const rep = session.repId === null ? undefined : findPerson(platform, session.repId)
  if (!rep || session.scheduledAt === null) return
  const isCancelled = kind === 'cancelled'
  const appointment = toAppointment(session, session.scheduledAt, { rep, isCancelled })
  const send = (to: Invited, as: DateNews, about: Appointment) =>
    sendAppointment(platform, to, {
      template: 'setup_date',
      key: `setup:${session.id}:${session.sequence}:${to.email}`,
      values: { name: session.name, sender: rep.name, kind: as, note: '' },
      appointment: about,
    })
  for (const to of listAsked(session, rep)) send(to, kind, appointment)
  const off = { ...appointment, attendees: gone ? [gone] : [], isCancelled: true }
  if (gone) send({ ...toClient(session), email: gone }, 'cancelled', off)
}

/** Reminds both the day before, unless that is over already; in the caller's transaction. */
export function remindOfDateLater(
  platform: PlatformDb,
  session: Pick<OnboardingSession, 'id' | 'scheduledAt'>,
  now: number,
): void {
  const { id: sessionId, scheduledAt: at } = session
  if (at === null || at - DAY_MS <= now) return
  const job = { key: `${sessionId}:${at}`, runAt: at - DAY_MS }
  enqueuePlatformJob(platform, 'onboarding.remind', { sessionId, at }, job)
}

/** Nothing where the date was moved or called off, or the company is there already. */
export function remindOfDate(
  platform: PlatformDb,
  { sessionId, at }: { sessionId: number; at: number },
): void {
  const session = findOpenDate(platform, sessionId)
  const rep = session?.repId ? findPerson(platform, session.repId) : undefined
  if (!session || !rep || session.scheduledAt !== at || at <= Date.now()) return
  for (const { email: to, language, timeZone } of listAsked(session, rep)) {
    const values = {
      ...{ mailId: randomUUID(), name: session.name, sender: rep.name, kind: 'reminder' },
      ...{ when: formatDateTime(at, { language, timeZone }), place: session.place },
      zone: timeZone.replaceAll('_', ' '),
    }
    const key = `setup_reminder:${sessionId}:${at}:${to}`
    const mail = { template: 'setup_date', to, language, values }
    enqueuePlatformJob(platform, 'mail.send', mail, { key })
  }
}

function listAsked(session: OnboardingSession, rep: Person): Invited[] {
  const own = { email: rep.email, language: rep.language, timeZone: PLATFORM_TIME_ZONE }
  return session.clientEmail === '' ? [own] : [own, toClient(session)]
}

function toClient(session: OnboardingSession): Invited {
  const { clientEmail: email, clientLanguage, clientZone: timeZone } = session
  return { email, language: clientLanguage === 'sw' ? 'sw' : 'en', timeZone }
}

function toAppointment(
  session: OnboardingSession,
  startsAt: number,
  { rep, isCancelled }: { rep: Person; isCancelled: boolean },
): Appointment {
  const { id, createdAt, sequence, minutes, place, name, clientEmail, updatedAt: at } = session
  return {
    ...{ uid: `setup-${id}-${createdAt}@baraza`, sequence, startsAt, minutes, place, at },
    ...{ note: '', isCancelled, title: `Baraza · ${name}` },
    organizer: { name: rep.name, email: rep.email },
    attendees: clientEmail === '' ? [] : [clientEmail],
  }
}
