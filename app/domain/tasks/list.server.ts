import { and, asc, desc, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { reachableContacts } from '#app/domain/contacts/reach.server.ts'
import type { Cursor } from '#app/domain/conversations/cursor.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { reachableLeads } from '#app/domain/leads/reach.server.ts'
import { leads } from '#app/domain/leads/schema.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { tasks } from './schema.server.ts'

export const TASKS_PER_PAGE = 30
/** The number beside the place in the navigation goes no higher. */
const COUNTED_MAX = 100

export type TaskRow = ReturnType<typeof listTasks>['rows'][number]

export type TaskQuery = {
  state: 'open' | 'done'
  /** whose; somebody else's only to who assigns, and only what is about a customer in reach */
  memberId?: number
  /** part of the wording or of the customer's name */
  search?: string
  contactId?: number
  after?: Cursor
}

/**
 * What a person has to do, the oldest first, or has done, the last first; 30 a page. Customers are
 * named only where the reader reaches them now.
 */
export function listTasks(db: TenantDb, actor: Actor, query: TaskQuery) {
  const { state, memberId = actor.id, after } = query
  const isDone = state === 'done'
  const time = isDone ? tasks.doneAt : tasks.dueAt
  const past = isDone ? lt : gt
  const found = selectTasks(db, actor)
    .where(
      and(
        ...[eq(tasks.memberId, memberId), isNull(tasks.deletedAt)],
        ...[isDone ? isNotNull(tasks.doneAt) : isNull(tasks.doneAt), narrow(actor, query)],
        after && or(past(time, after.at), and(eq(time, after.at), past(tasks.id, after.id))),
      ),
    )
    .orderBy(...(isDone ? [desc(time), desc(tasks.id)] : [asc(time), asc(tasks.id)]))
    .limit(TASKS_PER_PAGE + 1)
    .all()
  const rows = found.slice(0, TASKS_PER_PAGE)
  const last = found.length > rows.length ? rows.at(-1) : undefined
  const next = last && { at: (isDone ? last.doneAt : last.dueAt) ?? 0, id: last.id }
  return { rows, next }
}

/** One's own, as a row, with what it is about. */
export function findTaskRow(db: TenantDb, actor: Actor, id: number): TaskRow | undefined {
  return selectTasks(db, actor)
    .where(and(eq(tasks.id, id), eq(tasks.memberId, actor.id), isNull(tasks.deletedAt)))
    .get()
}

/** How many wait until a moment, overdue ones too; at most 100. */
export function countDueTasks(db: TenantDb, actor: Actor, until: number): number {
  const isDue = and(isNull(tasks.doneAt), isNull(tasks.deletedAt), lt(tasks.dueAt, until))
  const due = db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.memberId, actor.id), isDue))
    .limit(COUNTED_MAX)
    .as('due')
  const counted = db
    .select({ count: sql<number>`count(*)` })
    .from(due)
    .get()
  return counted?.count ?? 0
}

function narrow(actor: Actor, query: TaskQuery): SQL | undefined {
  const { memberId = actor.id, search, contactId } = query
  const pattern = `%${(search ?? '').replace(/[\\%_]/g, '\\$&')}%`
  const isLike = (column: SQL) => sql`${column} like ${pattern} escape '\\'`
  return and(
    memberId === actor.id ? undefined : theirs(actor),
    search ? or(isLike(sql`${tasks.title}`), isLike(sql`${contacts.name}`)) : undefined,
    contactId === undefined ? undefined : eq(contacts.id, contactId),
  )
}

/** A colleague's own reminders are theirs alone; what is owed to a customer is the company's. */
function theirs(actor: Actor): SQL | undefined {
  if (!can(actor, 'conversations.assign')) return sql`0`
  return or(isNotNull(conversations.id), isNotNull(contacts.id))
}

function selectTasks(db: TenantDb, actor: Actor) {
  return db
    .select({
      ...{ id: tasks.id, kind: tasks.kind, title: tasks.title, dueAt: tasks.dueAt },
      doneAt: tasks.doneAt,
      /** null when out of reach */
      conversationId: conversations.id,
      contactId: contacts.id,
      leadId: leads.id,
      contactName: contacts.name,
      contactPhone: contacts.phone,
    })
    .from(tasks)
    .leftJoin(conversations, and(eq(conversations.id, tasks.conversationId), reachable(db, actor)))
    .leftJoin(contacts, and(eq(contacts.id, tasks.contactId), reachableContacts(db, actor)))
    .leftJoin(leads, and(eq(leads.id, tasks.leadId), reachableLeads(db, actor)))
    .$dynamic()
}
