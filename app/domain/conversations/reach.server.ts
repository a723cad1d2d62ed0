import { and, eq, exists, isNull, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { conversations } from './schema.server.ts'

/**
 * The conversations this person can reach, as a condition for every query that reads them.
 * Reachability is authorization: a list, a count, a search, a live event and a page all start
 * from here, and what is not in it does not exist for that person.
 *
 * Everything for who may read all; otherwise what is assigned to them now, and by two company
 * settings also the unassigned queue and earlier conversations of their contacts.
 *
 * @returns undefined when there is no limit
 */
export function reachable(db: TenantDb, actor: Actor): SQL | undefined {
  if (can(actor, 'conversations.read_all')) return undefined
  const { agentsSeeEarlier, agentsSeeUnassigned } = getCompany(db)
  const own = and(eq(conversations.assignedTo, actor.id), sql`${conversations.status} <> 'closed'`)
  const unassigned = and(isNull(conversations.assignedTo), sql`${conversations.status} <> 'closed'`)
  return or(
    own,
    agentsSeeUnassigned ? unassigned : undefined,
    agentsSeeEarlier ? earlierOfOwnContacts(db, actor) : undefined,
  )
}

/** The conversation, if this person can reach it. */
export function findReachable(db: TenantDb, actor: Actor, conversationId: number) {
  return db
    .select()
    .from(conversations)
    .where(and(eq(conversations.id, conversationId), reachable(db, actor)))
    .get()
}

function earlierOfOwnContacts(db: TenantDb, actor: Actor): SQL {
  const current = alias(conversations, 'current_one')
  return exists(
    db
      .select({ one: sql`1` })
      .from(current)
      .where(
        and(
          eq(current.contactId, conversations.contactId),
          eq(current.assignedTo, actor.id),
          sql`${current.status} <> 'closed'`,
        ),
      ),
  )
}
