import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { reachableLeads } from '#app/domain/leads/reach.server.ts'
import { leads } from '#app/domain/leads/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** More than this is no list for a day. */
const ROWS_MAX = 50

export type ReturningRow = ReturnType<typeof listReturning>[number]
export type LeadAction = ReturnType<typeof listLeadActions>[number]

/** One's own conversations that were put aside and come back before a moment, the next first. */
export function listReturning(db: TenantDb, actor: Actor, until: number) {
  return db
    .select({
      ...{ id: conversations.id, at: conversations.snoozedUntil, channel: conversations.channel },
      ...{ contactName: contacts.name, contactPhone: contacts.phone },
    })
    .from(conversations)
    .innerJoin(contacts, eq(contacts.id, conversations.contactId))
    .where(
      and(
        ...[eq(conversations.status, 'snoozed'), lt(conversations.snoozedUntil, until)],
        ...[eq(conversations.assignedTo, actor.id), reachable(db, actor)],
      ),
    )
    .orderBy(asc(conversations.snoozedUntil), asc(conversations.id))
    .limit(ROWS_MAX)
    .all()
}

/** Next actions of one's own leads until a moment. */
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
