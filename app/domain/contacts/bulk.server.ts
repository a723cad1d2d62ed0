import { and, eq, inArray } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { findTag } from '#app/domain/labels/tags.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { listOwners } from './edit.server.ts'
import { reachableContacts } from './reach.server.ts'
import { contacts, contactTags } from './schema.server.ts'

export const BULK_MAX = 500

export type BulkChange =
  | { kind: 'tag' | 'untag'; tagId: number }
  | { kind: 'owner'; ownerId: number | null }
  | { kind: 'language'; language: string | null }
  | { kind: 'block' | 'unblock' }

/**
 * Changes one thing of many contacts at once; those out of this person's reach are left alone
 * without a word.
 *
 * @returns how many were changed, or why none
 */
export function changeContacts(
  db: TenantDb,
  member: SignedInMember,
  input: { ids: number[]; change: BulkChange },
): { ok: true; count: number } | { ok: false; reason: 'not_found' } {
  return inTransaction(db, () => {
    const { change } = input
    if (!isKnown(db, change)) return { ok: false, reason: 'not_found' }
    const ids = db
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(inArray(contacts.id, input.ids.slice(0, BULK_MAX)), reachableContacts(db, member)))
      .all()
      .map((row) => row.id)
    if (ids.length === 0) return { ok: true, count: 0 }
    apply(db, ids, change)
    const actor = { kind: 'member', id: member.id, name: member.name } as const
    const details = { ...change, contactIds: ids }
    recordAudit(db, actor, { action: 'contacts.bulk', subjectKind: 'contact', details })
    for (const contactId of ids) recordChange(db, 'contact.changed', { data: { contactId } })
    return { ok: true, count: ids.length }
  })
}

function isKnown(db: TenantDb, change: BulkChange): boolean {
  if (change.kind === 'tag' || change.kind === 'untag')
    return findTag(db, change.tagId) !== undefined
  if (change.kind !== 'owner' || change.ownerId === null) return true
  return listOwners(db).some((owner) => owner.id === change.ownerId)
}

function apply(db: TenantDb, ids: number[], change: BulkChange): void {
  const at = Date.now()
  const set = (values: Partial<typeof contacts.$inferInsert>) =>
    db
      .update(contacts)
      .set({ ...values, updatedAt: at })
      .where(inArray(contacts.id, ids))
      .run()
  switch (change.kind) {
    case 'tag': {
      const rows = ids.map((contactId) => ({ contactId, tagId: change.tagId, at }))
      db.insert(contactTags).values(rows).onConflictDoNothing().run()
      return
    }
    case 'untag':
      db.delete(contactTags)
        .where(and(inArray(contactTags.contactId, ids), eq(contactTags.tagId, change.tagId)))
        .run()
      return
    case 'owner':
      return void set({ ownerId: change.ownerId })
    case 'language':
      return void set({ language: change.language })
    case 'block':
      return void set({ blockedAt: at })
    case 'unblock':
      return void set({ blockedAt: null })
  }
}
