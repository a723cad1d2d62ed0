import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Column } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { csatSurveys } from '#app/domain/csat/schema.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { conversationEvents as e, notes as n } from './schema.server.ts'

const NOTES = Symbol('thread.notes')
const EVENTS = Symbol('thread.events')

/** A stretch of the thread in UTC ms: from (inclusive) to before. */
export type Stretch = { conversationId: number; from: number; before: number }

export type NoteRow = ReturnType<typeof listNoteRows>[number]
export type EventRow = ReturnType<typeof listEventRows>[number]

export function listNoteRows(db: TenantDb, stretch: Stretch) {
  return prepared(db, NOTES, selectNotes).all(stretch)
}

export function listEventRows(db: TenantDb, stretch: Stretch) {
  return prepared(db, EVENTS, selectEvents).all(stretch)
}

function isWithin(at: Column) {
  return sql`${at} >= ${sql.placeholder('from')} and ${at} < ${sql.placeholder('before')}`
}

function selectNotes(db: TenantDb) {
  return db
    .select({ id: n.id, text: n.text, at: n.createdAt, authorName: members.name })
    .from(n)
    .innerJoin(members, eq(members.id, n.memberId))
    .where(
      and(
        eq(n.conversationId, sql.placeholder('conversationId')),
        isWithin(n.createdAt),
        isNull(n.deletedAt),
      ),
    )
    .orderBy(asc(n.createdAt), asc(n.id))
    .prepare()
}

const subject = alias(members, 'subject')

function selectEvents(db: TenantDb) {
  return db
    .select({
      id: e.id,
      kind: e.kind,
      actorKind: e.actorKind,
      actorName: members.name,
      // Who it was assigned to, by the name that person has now.
      subjectName: subject.name,
      // What a customer wrote beside their rating; it is kept with the survey alone.
      comment: csatSurveys.comment,
      dataJson: e.dataJson,
      at: e.at,
    })
    .from(e)
    .leftJoin(csatSurveys, sql`${csatSurveys.id} = json_extract(${e.dataJson}, '$.surveyId')`)
    .leftJoin(members, eq(members.id, e.actorMemberId))
    .leftJoin(subject, sql`${subject.id} = json_extract(${e.dataJson}, '$.memberId')`)
    .where(and(eq(e.conversationId, sql.placeholder('conversationId')), isWithin(e.at)))
    .orderBy(asc(e.at), asc(e.id))
    .prepare()
}
