import { sql } from 'drizzle-orm'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { endpoints } from '#app/domain/endpoints/schema.server.ts'
import { conversations as c, messages as m } from '#app/domain/conversations/schema.server.ts'
import type { Cursor } from '#app/domain/conversations/cursor.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { QUEUE_COUNT_MAX } from './queue-view.ts'
import type { QueueRow, QueueView } from './queue-view.ts'

export const QUEUE_PAGE_ROWS = 30
export type QueueFilter = {
  view: QueueView
  /** part of the contact's name or number */
  search?: string
  after?: Cursor
}

/** Conversations without an owner that this person reaches: the longest waiting first, 30 a page. */
export function listWaiting(
  db: TenantDb,
  actor: Actor,
  { view, search, after }: QueueFilter,
): { rows: QueueRow[]; next: Cursor | undefined } {
  const isPerson = view === 'person'
  const at = isPerson ? c.queuedAt : c.lastMessageAt
  const found = db
    .select({
      ...{ id: c.id, contactName: contacts.name, contactPhone: contacts.phone },
      ...{ channel: c.channel, endpointName: endpoints.name, score: contacts.score },
      ...{ scoreColor: contacts.scoreColor, reason: c.needsPersonReason },
      at: sql<number>`${at}`,
      lastText: sql<string | null>`substr(${m.text}, 1, 200)`,
      lastType: m.type,
    })
    .from(c)
    .innerJoin(contacts, sql`${contacts.id} = ${c.contactId}`)
    .innerJoin(endpoints, sql`${endpoints.id} = ${c.endpointId}`)
    .leftJoin(m, sql`${m.id} = ${c.lastMessageId}`)
    .where(
      sql.join(
        [
          ...conditionsOf(db, actor, view),
          ...(search ? [matches(search)] : []),
          ...(after
            ? [sql`(${at}, ${c.id}) ${sql.raw(isPerson ? '>' : '<')} (${after.at}, ${after.id})`]
            : []),
        ],
        sql` and `,
      ),
    )
    .orderBy(...(isPerson ? [sql`${at}, ${c.id}`] : [sql`${at} desc, ${c.id} desc`]))
    .limit(QUEUE_PAGE_ROWS + 1)
    .all()
  const rows = found.slice(0, QUEUE_PAGE_ROWS)
  const last = rows.at(-1)
  const hasMore = found.length > QUEUE_PAGE_ROWS && last
  return { rows, next: hasMore ? { at: last.at, id: last.id } : undefined }
}

/** How many wait, at most `QUEUE_COUNT_MAX`. */
export function countWaiting(db: TenantDb, actor: Actor, view: QueueView): number {
  const where = sql.join(conditionsOf(db, actor, view), sql` and `)
  const row = db.get<{ count: number }>(
    sql`select count(*) as count from (select 1 from ${c} where ${where} limit ${QUEUE_COUNT_MAX})`,
  )
  return row.count
}

function conditionsOf(db: TenantDb, actor: Actor, view: QueueView) {
  const reach = reachable(db, actor)
  return [
    view === 'person'
      ? sql`${c.queuedAt} is not null and ${c.status} <> 'closed'`
      : sql`${c.queuedAt} is null and ${c.isOpen} = 1`,
    sql`${c.assignedTo} is null`,
    ...(reach ? [sql`(${reach})`] : []),
  ]
}

function matches(search: string) {
  const like = `%${search.replace(/[\\%_]/g, '\\$&')}%`
  return sql`(${contacts.name} like ${like} escape '\\' or ${contacts.phone} like ${like} escape '\\')`
}
