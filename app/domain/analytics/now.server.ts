import { and, desc, eq, sql } from 'drizzle-orm'
import { parseInboxView } from '#app/domain/conversations/inbox-view.ts'
import { countView } from '#app/domain/conversations/list.server.ts'
import { countWaiting } from '#app/domain/assignment/waiting.server.ts'
import { reachableContacts } from '#app/domain/contacts/reach.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { findReachable, reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations as c } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** More than anybody can see to; counting stops there. */
const COUNTED_MAX = 10_000
const WORKLOAD_SHOWN = 10
const TASKS_SHOWN = 8
const RECENT_SHOWN = 6

export const colors = ['green', 'yellow', 'red'] as const

/** What waits at this moment, of what a person reaches. */
export function countNow(db: TenantDb, actor: Actor) {
  const view = parseInboxView(new URLSearchParams({ needs: 'person' }))
  return {
    /** what the inbox lists as waiting for a person */
    needsPerson: countView(db, actor, view, COUNTED_MAX),
    queued: countWaiting(db, actor, 'person'),
  }
}

/** Contacts within reach by the colour of their score. */
export function countColors(db: TenantDb, actor: Actor): Record<(typeof colors)[number], number> {
  const rows = db.all<{ color: (typeof colors)[number]; n: number }>(
    sql`select ${contacts.scoreColor} as color, count(*) as n from ${contacts}
      where ${reachableContacts(db, actor) ?? sql`true`} group by 1`,
  )
  const of = (color: string) => rows.find((row) => row.color === color)?.n ?? 0
  return { green: of('green'), yellow: of('yellow'), red: of('red') }
}

export type Workload = { memberId: number; name: string; open: number }

/** Who has how many open conversations that are awake, the most first. */
export function listLoads(db: TenantDb): Workload[] {
  return sqliteOf(db)
    .prepare<[number], Workload>(
      `select m.id as memberId, m.name, l.open from (
         select assigned_to, count(*) as open from conversations indexed by conversations_awake
         where status in ('new', 'in_progress', 'waiting') and deleted_at is null
           and assigned_to is not null group by assigned_to
       ) l join members m on m.id = l.assigned_to order by l.open desc, m.name limit ?`,
    )
    .all(WORKLOAD_SHOWN)
}

/**
 * A person's own open tasks that are due before a moment, the earliest first. What has left
 * their reach stays their task, without the way to the conversation.
 */
export function listDueTasks(db: TenantDb, actor: Actor, before: number) {
  type Task = { id: number; title: string; dueAt: number; conversationId: number | null }
  const rows = sqliteOf(db)
    .prepare<[number, number], Task>(
      `select id, title, due_at as dueAt, conversation_id as conversationId from tasks
       where member_id = ? and done_at is null and deleted_at is null and due_at < ?
       order by due_at, id
       limit ${TASKS_SHOWN}`,
    )
    .all(actor.id, before)
  return rows.map(({ conversationId, ...task }) => ({
    ...task,
    conversationId: findReachable(db, actor, conversationId ?? 0)?.id ?? null,
  }))
}

/** The person's own open conversations, the latest first. */
export function listRecent(db: TenantDb, actor: Actor) {
  return db
    .select({
      ...{ id: c.id, name: contacts.name, phone: contacts.phone, channel: c.channel },
      ...{ at: c.lastMessageAt, score: contacts.score, scoreColor: contacts.scoreColor },
    })
    .from(c)
    .innerJoin(contacts, eq(contacts.id, c.contactId))
    .where(and(eq(c.isOpen, 1), eq(c.assignedTo, actor.id), reachable(db, actor)))
    .orderBy(desc(c.lastMessageAt), desc(c.id))
    .limit(RECENT_SHOWN)
    .all()
}
