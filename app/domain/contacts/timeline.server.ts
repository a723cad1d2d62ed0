import { and, eq } from 'drizzle-orm'
import { reachable, reachOf } from '#app/domain/conversations/reach.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { timelineSql } from './timeline-sql.ts'

export type TimelineKind =
  | 'messages'
  | 'event'
  | 'sale'
  | 'score'
  | 'consent'
  | 'merge'
  | 'note'
  | 'lead'
  | 'stage'
  | 'csat'
  | 'created'

export type TimelineItem = {
  at: number
  kind: TimelineKind
  /** id of the row it stands for */
  ref: number
  conversationId: number | null
  channel: string | null
  actorName: string | null
  subjectName: string | null
  data: Record<string, unknown>
}

/** A place in the timeline; ids alone repeat between kinds. */
export type TimelineCursor = Pick<TimelineItem, 'at' | 'kind' | 'ref'>

type Row = Omit<TimelineItem, 'data'> & { data: string }

/**
 * Everything that happened with a contact, newest first: messages as one line per conversation
 * and day, and each event on its own. What belongs to conversations out of this person's reach is
 * left out; that the contact itself is in reach has the caller proven.
 *
 * @param options.dayOffsetMs what the company's clock is ahead of UTC
 */
export function listTimeline(
  db: TenantDb,
  actor: Actor,
  contactId: number,
  options: { after?: TimelineCursor; limit: number; dayOffsetMs: number },
): { items: TimelineItem[]; next: TimelineCursor | undefined } {
  const { after, limit, dayOffsetMs } = options
  const rows = sqliteOf(db)
    .prepare<unknown[], Row>(timelineSql)
    .all({
      ...{ contactId, dayOffsetMs, limit: limit + 1 },
      ids: JSON.stringify(reachableIds(db, actor, contactId)),
      everything: reachOf(db, actor).isEverything ? 1 : 0,
      at: after?.at ?? Number.MAX_SAFE_INTEGER,
      kind: after?.kind ?? '',
      ref: after?.ref ?? 0,
    })
  const items = rows
    .slice(0, limit)
    .map((row) => ({ ...row, data: JSON.parse(row.data) as Record<string, unknown> }))
  const last = items.at(-1)
  const next =
    rows.length > limit && last ? { at: last.at, kind: last.kind, ref: last.ref } : undefined
  return { items, next }
}

export function encodeTimelineCursor({ at, kind, ref }: TimelineCursor): string {
  return Buffer.from(`${at}.${kind}.${ref}`).toString('base64url')
}

/** @returns undefined when the text is no cursor of ours */
export function decodeTimelineCursor(text: string): TimelineCursor | undefined {
  const plain = Buffer.from(text, 'base64url').toString()
  const match = /^(\d{1,15})\.([a-z]{1,12})\.(\d{1,15})$/.exec(plain)
  if (!match) return undefined
  return { at: Number(match[1]), kind: match[2] as TimelineKind, ref: Number(match[3]) }
}

function reachableIds(db: TenantDb, actor: Actor, contactId: number): number[] {
  return db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.contactId, contactId), reachable(db, actor)))
    .all()
    .map((row) => row.id)
}
