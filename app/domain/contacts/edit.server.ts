import { and, eq, inArray } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { tags } from '#app/domain/labels/schema.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { setFieldValue } from './fields.server.ts'
import { findContact, reachableContacts } from './reach.server.ts'
import { contacts, contactTags } from './schema.server.ts'

/** What staff write down about a customer. Field values are parsed already. */
export type ContactDetails = {
  name: string
  /** E.164 */
  phone: string | null
  isPhoneVerified: boolean
  email: string | null
  isEmailVerified: boolean
  language: string | null
  location: string
  source: string
  campaign: string
  ownerId: number | null
  notes: string
  tagIds: number[]
  /** field id → value; an empty one is taken away */
  fields: Record<number, string>
}

export type SaveContactResult =
  { ok: true; id: number } | { ok: false; reason: Refusal; id?: number }

type Refusal =
  'not_found' | 'nothing_known' | 'contact_exists' | 'limit_contacts' | 'member_not_found'

/**
 * Writes a new contact down by hand. One with the same number or e-mail that this person can see
 * is named instead of made twice.
 *
 * @param hasRoom whether the company's plan allows another
 */
export function createContact(
  db: TenantDb,
  member: SignedInMember,
  details: ContactDetails,
  hasRoom = true,
): SaveContactResult {
  return inTransaction(db, () => {
    const { name, phone, email } = details
    if (!name && !phone && !email) return { ok: false, reason: 'nothing_known' }
    if (!mayOwn(db, details.ownerId)) return { ok: false, reason: 'member_not_found' }
    const known = findSame(db, member, details)
    if (known !== undefined) return { ok: false, reason: 'contact_exists', id: known }
    if (!hasRoom) return { ok: false, reason: 'limit_contacts' }
    const now = Date.now()
    const { id } = db
      .insert(contacts)
      .values({ ...toColumns(details, now), createdBy: member.id, createdAt: now, updatedAt: now })
      .returning({ id: contacts.id })
      .get()
    saveParts(db, id, details, now)
    audit(db, member, 'contact.created', id)
    return { ok: true, id }
  })
}

/** Changes what staff wrote about a contact. */
export function saveContact(
  db: TenantDb,
  member: SignedInMember,
  id: number,
  details: ContactDetails,
): SaveContactResult {
  return inTransaction(db, () => {
    const contact = findContact(db, member, id)
    if (!contact) return { ok: false, reason: 'not_found' }
    const isNewOwner = details.ownerId !== contact.ownerId
    if (isNewOwner && !mayOwn(db, details.ownerId)) return { ok: false, reason: 'member_not_found' }
    const now = Date.now()
    const columns = toColumns(details, now)
    // Who was confirmed before was confirmed then, not now.
    if (details.isPhoneVerified && contact.phone === details.phone && contact.phoneVerifiedAt)
      columns.phoneVerifiedAt = contact.phoneVerifiedAt
    if (details.isEmailVerified && contact.email === details.email && contact.emailVerifiedAt)
      columns.emailVerifiedAt = contact.emailVerifiedAt
    db.update(contacts)
      .set({ ...columns, updatedAt: now })
      .where(eq(contacts.id, id))
      .run()
    saveParts(db, id, details, now)
    audit(db, member, 'contact.changed', id)
    return { ok: true, id }
  })
}

/** Members who can look after a customer. */
export function listOwners(db: TenantDb): { id: number; name: string }[] {
  return db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(and(eq(members.status, 'active'), inArray(members.role, ownerRoles)))
    .orderBy(members.name)
    .all()
}

function mayOwn(db: TenantDb, ownerId: number | null): boolean {
  return ownerId === null || listOwners(db).some(({ id }) => id === ownerId)
}

const ownerRoles = ['owner', 'admin', 'manager', 'agent'] as const

function findSame(db: TenantDb, member: SignedInMember, { phone, email }: ContactDetails) {
  const by = (condition: ReturnType<typeof eq>) =>
    db
      .select({ id: contacts.id })
      .from(contacts)
      .where(and(condition, reachableContacts(db, member)))
      .limit(1)
      .get()?.id
  return (
    (phone ? by(eq(contacts.phone, phone)) : undefined) ??
    (email ? by(eq(contacts.email, email)) : undefined)
  )
}

function toColumns(details: ContactDetails, now: number) {
  const { name, phone, email, language, location, source, campaign, ownerId, notes } = details
  return {
    ...{ name, phone, email, language, location, source, campaign, ownerId, notes },
    phoneVerifiedAt: phone && details.isPhoneVerified ? now : null,
    emailVerifiedAt: email && details.isEmailVerified ? now : null,
  }
}

function saveParts(db: TenantDb, contactId: number, details: ContactDetails, at: number): void {
  db.delete(contactTags).where(eq(contactTags.contactId, contactId)).run()
  const known = details.tagIds.length
    ? db.select({ id: tags.id }).from(tags).where(inArray(tags.id, details.tagIds)).all()
    : []
  for (const { id: tagId } of known) db.insert(contactTags).values({ contactId, tagId, at }).run()
  for (const [fieldId, value] of Object.entries(details.fields)) {
    setFieldValue(db, { contactId, fieldId: Number(fieldId), value })
  }
  recordChange(db, 'contact.changed', { data: { contactId } })
}

function audit(db: TenantDb, member: SignedInMember, action: string, subjectId: number): void {
  const actor = { kind: 'member', id: member.id, name: member.name } as const
  recordAudit(db, actor, { action, subjectKind: 'contact', subjectId })
}
