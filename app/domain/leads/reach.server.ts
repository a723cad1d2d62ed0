import { and, eq, inArray } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { reachableContacts } from '#app/domain/contacts/reach.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { leads } from './schema.server.ts'

/**
 * A lead is reached through its contact: whoever cannot know the person cannot know of the
 * opportunity, also where the lead once was theirs.
 *
 * @returns undefined when there is no limit
 */
export function reachableLeads(db: TenantDb, actor: Actor): SQL | undefined {
  if (can(actor, 'conversations.read_all')) return undefined
  const reachable = reachableContacts(db, actor)
  return inArray(leads.contactId, db.select({ id: contacts.id }).from(contacts).where(reachable))
}

/** The lead, if this person can reach it. */
export function findLead(db: TenantDb, actor: Actor, id: number) {
  return db
    .select()
    .from(leads)
    .where(and(eq(leads.id, id), reachableLeads(db, actor)))
    .get()
}
