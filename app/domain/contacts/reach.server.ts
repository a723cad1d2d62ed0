import { and, eq, inArray, isNull, notExists, or, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { reachable, reachOf } from '#app/domain/conversations/reach.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { contacts } from './schema.server.ts'

/**
 * A condition on contacts for what this person can reach: the people of reachable conversations,
 * and those they wrote down themselves and nobody has talked to yet. Merged, erased and deleted
 * rows are nobody's.
 */
export function reachableContacts(db: TenantDb, actor: Actor): SQL | undefined {
  const alive = and(isNull(contacts.mergedInto), isNull(contacts.deletedAt))
  if (reachOf(db, actor).isEverything) return alive
  const within = db
    .select({ id: conversations.contactId })
    .from(conversations)
    .where(reachable(db, actor))
  const talkedTo = db
    .select({ one: sql`1` })
    .from(conversations)
    .where(sql`${conversations.contactId} = ${contacts}.id`)
  const own = and(eq(contacts.createdBy, actor.id), notExists(talkedTo))
  return and(alive, or(inArray(contacts.id, within), own))
}

/** The contact, if this person can reach it. */
export function findContact(db: TenantDb, actor: Actor, id: number) {
  return db
    .select()
    .from(contacts)
    .where(and(eq(contacts.id, id), reachableContacts(db, actor)))
    .get()
}

/** Who a merged contact has become; follows chains. */
export function findSurvivor(db: TenantDb, id: number): number | undefined {
  let current = id
  for (let step = 0; step < 50; step += 1) {
    const row = db
      .select({ into: contacts.mergedInto })
      .from(contacts)
      .where(eq(contacts.id, current))
      .get()
    if (!row) return undefined
    if (row.into === null) return current === id ? undefined : current
    current = row.into
  }
  return undefined
}
