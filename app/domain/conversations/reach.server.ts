import { and, eq, exists, isNull, or, sql } from 'drizzle-orm'
import type { Placeholder, SQL } from 'drizzle-orm'
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
 * settings also the unassigned queue and earlier conversations of their contacts. What was
 * deleted is closed and in nobody's reach.
 *
 * @param me stands for the person's id in a statement that is prepared once for everybody; such
 *   a statement must be kept under `reachOf`'s key
 */
export function reachable(
  db: TenantDb,
  actor: Actor,
  me: number | Placeholder = actor.id,
): SQL | undefined {
  const reach = reachOf(db, actor)
  const kept = isNull(conversations.deletedAt)
  if (reach.isEverything) return kept
  const own = and(eq(conversations.assignedTo, me), sql`${conversations.status} <> 'closed'`)
  const unassigned = and(isNull(conversations.assignedTo), sql`${conversations.status} <> 'closed'`)
  return or(
    own,
    reach.unassigned ? unassigned : undefined,
    reach.earlier ? and(kept, earlierOfOwnContacts(db, me)) : undefined,
  )
}

export type Reach = { isEverything: boolean; unassigned: boolean; earlier: boolean; key: string }

/** What a person reaches, in kinds. `key` tells one condition of `reachable` from another. */
export function reachOf(db: TenantDb, actor: Actor): Reach {
  if (can(actor, 'conversations.read_all'))
    return { isEverything: true, unassigned: true, earlier: true, key: 'everything' }
  const { agentsSeeEarlier, agentsSeeUnassigned } = getCompany(db)
  const unassigned = Boolean(agentsSeeUnassigned)
  const earlier = Boolean(agentsSeeEarlier)
  const key = `own${unassigned ? '+unassigned' : ''}${earlier ? '+earlier' : ''}`
  return { isEverything: false, unassigned, earlier, key }
}

/** The conversation, if this person can reach it. */
export function findReachable(db: TenantDb, actor: Actor, conversationId: number) {
  return db
    .select()
    .from(conversations)
    .where(and(eq(conversations.id, conversationId), reachable(db, actor)))
    .get()
}

function earlierOfOwnContacts(db: TenantDb, me: number | Placeholder): SQL {
  const current = alias(conversations, 'current_one')
  return exists(
    db
      .select({ one: sql`1` })
      .from(current)
      .where(
        and(
          eq(current.contactId, conversations.contactId),
          eq(current.assignedTo, me),
          sql`${current.status} <> 'closed'`,
        ),
      ),
  )
}
