import { and, desc, eq, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import type { Cursor } from '#app/domain/conversations/cursor.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { toPage } from '#app/domain/conversations/records.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { priorities } from '#app/domain/labels/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { clockKinds } from './clock-kinds.ts'
import type { ClockKind } from './clock-kinds.ts'
import { slaClocks as k } from './schema.server.ts'

export const BREACHES_PAGE_ROWS = 50

export type BreachFilter = {
  search?: string
  kind?: ClockKind
  priorityId?: number
  memberId?: number
  /** UTC ms */
  from?: number
  after?: Cursor
}

/** Promises that were missed, the latest first, of the conversations this person reaches. */
export function listBreaches(db: TenantDb, actor: Actor, filter: BreachFilter = {}) {
  const { search, after } = filter
  const like = search && `%${search.replace(/[\\%_]/g, '\\$&')}%`
  const rows = db
    .select({
      ...{ id: k.id, kind: k.kind, conversationId: k.conversationId, dueAt: k.dueAt },
      ...{ breachedAt: k.breachedAt, metAt: k.metAt, cancelledAt: k.cancelledAt },
      ...{ memberName: members.name, priorityName: priorities.name },
      ...{ contactName: contacts.name, contactPhone: contacts.phone },
    })
    .from(k)
    .innerJoin(conversations, eq(conversations.id, k.conversationId))
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .leftJoin(members, eq(members.id, k.memberId))
    .leftJoin(priorities, eq(priorities.id, k.priorityId))
    .where(
      and(
        isNotNull(k.breachedAt),
        reachable(db, actor),
        filter.from === undefined ? undefined : gte(k.breachedAt, filter.from),
        ...narrowed(filter),
        like ? sql`${contacts.name} like ${like} escape '\\'` : undefined,
        after && sql`(${k.breachedAt}, ${k.id}) < (${after.at}, ${after.id})`,
      ),
    )
    .orderBy(desc(k.breachedAt), desc(k.id))
    .limit(BREACHES_PAGE_ROWS + 1)
    .all()
  return toPage(
    rows.map((row) => ({ ...row, breachedAt: row.breachedAt ?? 0 })),
    BREACHES_PAGE_ROWS,
    (row) => ({ at: row.breachedAt, id: row.id }),
  )
}

/** Of each kind: how many promises fell due in the period and how many were kept. */
export function sumPromises(
  db: TenantDb,
  actor: Actor,
  filter: BreachFilter = {},
  now = Date.now(),
) {
  const rows = db
    .select({
      kind: k.kind,
      total: sql<number>`count(*)`,
      kept: sql<number>`coalesce(sum(${k.breachedAt} is null), 0)`,
    })
    .from(k)
    .innerJoin(conversations, eq(conversations.id, k.conversationId))
    .where(
      and(
        isNull(k.cancelledAt),
        lt(k.dueAt, now),
        filter.from === undefined ? undefined : gte(k.dueAt, filter.from),
        // What is neither kept nor missed by now stands still.
        sql`(${k.metAt} is not null or ${k.breachedAt} is not null)`,
        ...narrowed(filter),
        reachable(db, actor),
      ),
    )
    .groupBy(k.kind)
    .all()
  return clockKinds.map((kind) => {
    const { total = 0, kept = 0 } = rows.find((row) => row.kind === kind) ?? {}
    return { kind, total, kept }
  })
}

function narrowed({ kind, priorityId, memberId }: BreachFilter) {
  return [
    kind && eq(k.kind, kind),
    priorityId === undefined ? undefined : eq(k.priorityId, priorityId),
    memberId === undefined ? undefined : eq(k.memberId, memberId),
  ]
}
