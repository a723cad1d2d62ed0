import { and, desc, eq, isNull } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findContact } from './reach.server.ts'
import { contactNotes } from './schema.server.ts'

const NOTES_MAX = 100

/** Notes about a person, newest first. The caller has proven the reach. */
export function listContactNotes(db: TenantDb, contactId: number) {
  return db
    .select({
      ...{ id: contactNotes.id, text: contactNotes.text, at: contactNotes.createdAt },
      ...{ memberId: contactNotes.memberId, authorName: members.name },
    })
    .from(contactNotes)
    .leftJoin(members, eq(members.id, contactNotes.memberId))
    .where(and(eq(contactNotes.contactId, contactId), isNull(contactNotes.deletedAt)))
    .orderBy(desc(contactNotes.id))
    .limit(NOTES_MAX)
    .all()
}

/** @returns false when the contact is out of reach */
export function addContactNote(
  db: TenantDb,
  member: SignedInMember,
  note: { contactId: number; text: string },
): boolean {
  return inTransaction(db, () => {
    const { contactId, text } = note
    if (!findContact(db, member, contactId)) return false
    const row = { contactId, memberId: member.id, text, createdAt: Date.now() }
    db.insert(contactNotes).values(row).run()
    recordChange(db, 'contact.changed', { data: { contactId } })
    return true
  })
}

/** Takes a note back; only its writer can. @returns false when it is not theirs or out of reach */
export function deleteContactNote(
  db: TenantDb,
  member: SignedInMember,
  note: { contactId: number; noteId: number },
): boolean {
  return inTransaction(db, () => {
    const { contactId, noteId } = note
    if (!findContact(db, member, contactId)) return false
    const isOwn = and(
      ...[eq(contactNotes.id, noteId), eq(contactNotes.contactId, contactId)],
      ...[eq(contactNotes.memberId, member.id), isNull(contactNotes.deletedAt)],
    )
    const { changes } = db.update(contactNotes).set({ deletedAt: Date.now() }).where(isOwn).run()
    recordChange(db, 'contact.changed', { data: { contactId } })
    return changes > 0
  })
}
