import { and, asc, desc, eq, gte, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { reachableContacts } from '#app/domain/contacts/reach.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { reachableLeads } from '#app/domain/leads/reach.server.ts'
import { leads } from '#app/domain/leads/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { tasks } from './schema.server.ts'

/** More than this is no list for a day. */
const ROWS_MAX = 100

export type TaskRow = ReturnType<typeof listOpenTasks>[number]
export type LeadAction = ReturnType<typeof listLeadActions>[number]

/**
 * What this person has to do until a moment, the oldest first. Customers are named only where
 * they are within reach now.
 */
export function listOpenTasks(db: TenantDb, actor: Actor, until: number) {
  return selectTasks(db, actor)
    .where(and(eq(tasks.memberId, actor.id), isNull(tasks.doneAt), lt(tasks.dueAt, until)))
    .orderBy(asc(tasks.dueAt), asc(tasks.id))
    .limit(ROWS_MAX)
    .all()
}

/** What they have done since a moment, the last first. */
export function listDoneTasks(db: TenantDb, actor: Actor, since: number) {
  return selectTasks(db, actor)
    .where(and(eq(tasks.memberId, actor.id), isNotNull(tasks.doneAt), gte(tasks.doneAt, since)))
    .orderBy(desc(tasks.doneAt), desc(tasks.id))
    .limit(ROWS_MAX)
    .all()
}

/** Next actions of their own leads until a moment. */
export function listLeadActions(db: TenantDb, actor: Actor, until: number) {
  return db
    .select({
      ...{ id: leads.id, title: leads.title, nextAction: leads.nextAction },
      ...{ dueAt: leads.nextActionAt, contactName: contacts.name, contactPhone: contacts.phone },
    })
    .from(leads)
    .innerJoin(contacts, eq(contacts.id, leads.contactId))
    .where(
      and(
        ...[eq(leads.ownerId, actor.id), isNull(leads.closedAt), lt(leads.nextActionAt, until)],
        reachableLeads(db, actor),
      ),
    )
    .orderBy(asc(leads.nextActionAt), asc(leads.id))
    .limit(ROWS_MAX)
    .all()
}

/** How many wait now, overdue ones too; at most 100. */
export function countDueTasks(db: TenantDb, actor: Actor, until: number): number {
  const due = db
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(eq(tasks.memberId, actor.id), isNull(tasks.doneAt), lt(tasks.dueAt, until)))
    .limit(ROWS_MAX)
    .as('due')
  return (
    db
      .select({ count: sql<number>`count(*)` })
      .from(due)
      .get()?.count ?? 0
  )
}

function selectTasks(db: TenantDb, actor: Actor) {
  return db
    .select({
      ...{ id: tasks.id, kind: tasks.kind, title: tasks.title, dueAt: tasks.dueAt },
      doneAt: tasks.doneAt,
      /** null when out of reach */
      conversationId: conversations.id,
      contactId: contacts.id,
      contactName: contacts.name,
      contactPhone: contacts.phone,
    })
    .from(tasks)
    .leftJoin(conversations, and(eq(conversations.id, tasks.conversationId), reachable(db, actor)))
    .leftJoin(contacts, and(eq(contacts.id, tasks.contactId), reachableContacts(db, actor)))
    .$dynamic()
}
