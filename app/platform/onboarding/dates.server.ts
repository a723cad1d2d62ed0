import { and, eq, sql } from 'drizzle-orm'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { reachableSessions } from '../sales/reach.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { mailDate, remindOfDateLater } from './date-mail.server.ts'
import { findOpenDate } from './find-date.server.ts'
import { onboardingSessions } from './schema.server.ts'
import { beginSession, findSession } from './sessions.server.ts'
import type { BeginResult } from './sessions.server.ts'

/** When a rep and a client set a company up together. */
export type SetupDate = {
  /** UTC ms */
  startsAt: number
  minutes: number
  /** a place, or the address of a call */
  place: string
  /** empty: only the rep is told */
  clientEmail: string
  clientLanguage: 'en' | 'sw'
  clientZone: string
}

export type DateResult =
  | { ok: true; id: number }
  | Extract<BeginResult, { ok: false }>
  | { ok: false; reason: 'meeting_past' }

/** Agrees on a date with a prospect who negotiates or is won. Both get it for their calendars. */
export function planSession(
  platform: PlatformDb,
  user: PlatformActor,
  { prospectId, date, at }: { prospectId: number; date: SetupDate; at: number },
): DateResult {
  if (date.startsAt <= at) return { ok: false, reason: 'meeting_past' }
  return inPlatformTransaction(platform, (): DateResult => {
    const begun = beginSession(platform, user, { prospectId, scheduledAt: date.startsAt, at })
    return begun.ok ? moveSession(platform, user, { id: begun.id, date, at }) : begun
  })
}

/** Another time, place or person for a session that is open, or its first date. */
export function moveSession(
  platform: PlatformDb,
  user: PlatformActor,
  { id, date, at }: { id: number; date: SetupDate; at: number },
): DateResult {
  if (date.startsAt <= at) return { ok: false, reason: 'meeting_past' }
  return inPlatformTransaction(platform, (): DateResult => {
    const before = findOpenDate(platform, id)
    if (!before || !findSession(platform, user, id)) return { ok: false, reason: 'not_found' }
    const { startsAt: scheduledAt, ...facts } = date
    platform
      .update(onboardingSessions)
      .set({ ...facts, scheduledAt, sequence: sql`sequence + 1`, updatedAt: at })
      .where(and(eq(onboardingSessions.id, id), reachableSessions(user)))
      .run()
    const session = findOpenDate(platform, id)
    if (!session) return { ok: false, reason: 'not_found' }
    // The first date is in nobody's calendar yet.
    const kind = before.sequence === 0 ? 'planned' : 'moved'
    const gone = before.clientEmail === date.clientEmail ? undefined : before.clientEmail
    mailDate(platform, session, { kind, gone })
    remindOfDateLater(platform, session, at)
    return { ok: true, id }
  })
}
