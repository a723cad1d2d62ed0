import { randomUUID } from 'node:crypto'
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { findProspect } from '../sales/find.server.ts'
import type { Prospect } from '../sales/find.server.ts'
import { reachableProspects } from '../sales/reach.server.ts'
import { saveProspect } from '../sales/save.server.ts'
import { prospects } from '../sales/schema.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { mailMeeting } from './mail.server.ts'

const MEETINGS_SHOWN = 20

const demoMeetings = sqliteTable('demo_meetings', {
  id: integer('id').primaryKey(),
  prospectId: integer('prospect_id').notNull(),
  startsAt: integer('starts_at').notNull(),
  cancelledAt: integer('cancelled_at'),
})

export type MeetingFacts = {
  startsAt: number
  minutes: number
  /** a place, or the address of a call */
  place: string
  /** e-mail addresses beside the rep's */
  attendees: string[]
  note: string
}

export type Meeting = MeetingFacts & {
  id: number
  uid: string
  sequence: number
  cancelledAt: number | null
  updatedAt: number
}

export type MeetingResult =
  { ok: true; id: number } | { ok: false; reason: 'not_found' | 'meeting_past' | 'meeting_over' }

type Written = { prospectId: number; facts: MeetingFacts; at: number; nextAction: string }

/** The demos that were agreed on with a prospect within reach, the latest first. */
export function listMeetings(
  platform: PlatformDb,
  user: PlatformActor,
  prospectId: number,
): Meeting[] {
  if (!findProspect(platform, user, prospectId)) return []
  return platformSqliteOf(platform)
    .prepare<[number], Row>(
      `${SELECT} where prospect_id = ? order by starts_at desc, id desc limit ${MEETINGS_SHOWN}`,
    )
    .all(prospectId)
    .map(toMeeting)
}

export type ComingMeeting = { id: number; prospectId: number; name: string; startsAt: number }

/** The next demos with prospects within reach, the soonest first. */
export function listComingMeetings(
  platform: PlatformDb,
  user: PlatformActor,
  { now, limit }: { now: number; limit: number },
): ComingMeeting[] {
  return platform
    .select({
      ...{ id: demoMeetings.id, prospectId: prospects.id, name: prospects.name },
      startsAt: demoMeetings.startsAt,
    })
    .from(demoMeetings)
    .innerJoin(prospects, eq(prospects.id, demoMeetings.prospectId))
    .where(
      and(
        ...[gt(demoMeetings.startsAt, now), isNull(demoMeetings.cancelledAt)],
        reachableProspects(user),
      ),
    )
    .orderBy(asc(demoMeetings.startsAt), asc(demoMeetings.id))
    .limit(limit)
    .all()
}

export function findMeeting(
  platform: PlatformDb,
  user: PlatformActor,
  { prospectId, id }: { prospectId: number; id: number },
): Meeting | undefined {
  if (!findProspect(platform, user, prospectId)) return undefined
  const row = platformSqliteOf(platform)
    .prepare<[number, number], Row>(`${SELECT} where id = ? and prospect_id = ?`)
    .get(id, prospectId)
  return row && toMeeting(row)
}

/**
 * Agrees on a demo: everybody gets a calendar file, and it is the prospect's next action with its
 * reminder. `nextAction` is how that reads.
 */
export function planMeeting(
  platform: PlatformDb,
  user: PlatformActor,
  { prospectId, facts, at, nextAction }: Written,
): MeetingResult {
  return inPlatformTransaction(platform, (): MeetingResult => {
    const prospect = findProspect(platform, user, prospectId)
    if (!prospect) return { ok: false, reason: 'not_found' }
    if (facts.startsAt <= at) return { ok: false, reason: 'meeting_past' }
    const added = platformSqliteOf(platform)
      .prepare(
        `insert into demo_meetings (prospect_id, uid, starts_at, minutes, place, attendees, note,
           created_by, created_at, updated_at)
         values (@prospectId, @uid, @startsAt, @minutes, @place, @people, @note, @by, @at, @at)`,
      )
      .run({ ...toValues(facts), prospectId, uid: `${randomUUID()}@baraza`, by: user.id, at })
    const id = Number(added.lastInsertRowid)
    setNextAction(platform, user, prospect, { nextAction, nextActionAt: facts.startsAt })
    mailMeeting(platform, user, { prospect, id, extra: [] })
    return { ok: true, id }
  })
}

/** Another time, place or circle: who was there and who is now both hear of it. */
export function moveMeeting(
  platform: PlatformDb,
  user: PlatformActor,
  { id, prospectId, facts, at, nextAction }: Written & { id: number },
): MeetingResult {
  return inPlatformTransaction(platform, (): MeetingResult => {
    const before = findMeeting(platform, user, { prospectId, id })
    const prospect = findProspect(platform, user, prospectId)
    if (!before || !prospect) return { ok: false, reason: 'not_found' }
    if (before.cancelledAt !== null) return { ok: false, reason: 'meeting_over' }
    if (facts.startsAt <= at) return { ok: false, reason: 'meeting_past' }
    platformSqliteOf(platform)
      .prepare(
        `update demo_meetings set starts_at = @startsAt, minutes = @minutes, place = @place,
           attendees = @people, note = @note, sequence = sequence + 1, updated_at = @at
         where id = @id`,
      )
      .run({ ...toValues(facts), id, at })
    setNextAction(platform, user, prospect, { nextAction, nextActionAt: facts.startsAt })
    const dropped = before.attendees.filter((email) => !facts.attendees.includes(email))
    mailMeeting(platform, user, { prospect, id, extra: dropped })
    return { ok: true, id }
  })
}

/** Calls a demo off; everybody's calendar is told. */
export function cancelMeeting(
  platform: PlatformDb,
  user: PlatformActor,
  { prospectId, id, at }: { prospectId: number; id: number; at: number },
): MeetingResult {
  return inPlatformTransaction(platform, (): MeetingResult => {
    const known = findMeeting(platform, user, { prospectId, id })
    const prospect = findProspect(platform, user, prospectId)
    if (!known || !prospect) return { ok: false, reason: 'not_found' }
    if (known.cancelledAt !== null) return { ok: true, id }
    platformSqliteOf(platform)
      .prepare(
        `update demo_meetings set cancelled_at = @at, sequence = sequence + 1, updated_at = @at
         where id = @id`,
      )
      .run({ id, at })
    if (prospect.nextActionAt === known.startsAt)
      setNextAction(platform, user, prospect, { nextAction: '', nextActionAt: null })
    mailMeeting(platform, user, { prospect, id, extra: [] })
    return { ok: true, id }
  })
}

/** Through the prospect's own rule, so that the reminder comes and goes with it. */
function setNextAction(
  platform: PlatformDb,
  user: PlatformActor,
  prospect: Prospect,
  next: Pick<Prospect, 'nextAction' | 'nextActionAt'>,
): void {
  const { name, industry, city, contactName, phone, email, source, planId, value } = prospect
  saveProspect(platform, user, prospect.id, {
    ...{ name, industry, city, contactName, phone, email, source, planId, value, ...next },
  })
}

type Row = Omit<Meeting, 'attendees'> & { people: string }

const SELECT = `select id, uid, sequence, starts_at as startsAt, minutes, place,
    attendees as people, note, cancelled_at as cancelledAt, updated_at as updatedAt
  from demo_meetings`

function toMeeting({ people, ...row }: Row): Meeting {
  return { ...row, attendees: people.split('\n').filter(Boolean) }
}

function toValues({ startsAt, minutes, place, attendees, note }: MeetingFacts) {
  return { startsAt, minutes, place, note, people: attendees.join('\n') }
}
