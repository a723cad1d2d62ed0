import { and, desc, eq } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findContact } from './list.server.ts'
import { contactIdentities, contacts } from './schema.server.ts'

const CONVERSATIONS_MAX = 30

/** Everything a contact's page shows, within this person's reach; undefined when out of it. */
export function findContactProfile(db: TenantDb, member: SignedInMember, id: number) {
  const contact = findContact(db, member, id)
  if (!contact) return undefined
  const identities = db
    .select()
    .from(contactIdentities)
    .where(eq(contactIdentities.contactId, id))
    .all()
  const past = db
    .select()
    .from(conversations)
    .where(and(eq(conversations.contactId, id), reachable(db, member)))
    .orderBy(desc(conversations.id))
    .limit(CONVERSATIONS_MAX)
    .all()
  return { contact, identities, conversations: past }
}

export type ContactEdit = { name: string; email: string | null; notes: string }

/** Changes what staff write about a contact. @returns false when out of reach */
export function editContact(
  db: TenantDb,
  member: SignedInMember,
  id: number,
  edit: ContactEdit,
): boolean {
  return inTransaction(db, () => {
    if (!findContact(db, member, id)) return false
    db.update(contacts)
      .set({ ...edit, updatedAt: Date.now() })
      .where(eq(contacts.id, id))
      .run()
    recordChange(db, 'contact.changed', { data: { contactId: id } })
    return true
  })
}

/** Blocks or unblocks: a blocked contact's messages are kept, and nothing is sent to it. */
export function setContactBlocked(
  db: TenantDb,
  member: SignedInMember,
  id: number,
  isBlocked: boolean,
): boolean {
  return inTransaction(db, () => {
    if (!findContact(db, member, id)) return false
    const now = Date.now()
    db.update(contacts)
      .set({ blockedAt: isBlocked ? now : null, updatedAt: now })
      .where(eq(contacts.id, id))
      .run()
    const actor = { kind: 'member', id: member.id, name: member.name } as const
    const action = isBlocked ? 'contact.blocked' : 'contact.unblocked'
    recordAudit(db, actor, { action, subjectKind: 'contact', subjectId: id })
    recordChange(db, 'contact.changed', { data: { contactId: id } })
    return true
  })
}
