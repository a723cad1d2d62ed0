import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { SignedInMember } from '#app/domain/members/sessions.server.ts'
import { listSales } from '#app/domain/sales/find.server.ts'
import { sales } from '#app/domain/sales/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { listConsents } from './consent.server.ts'
import { listFields, listFieldValues } from './fields.server.ts'
import { listTagsOf } from './list.server.ts'
import { listContactNotes } from './notes.server.ts'
import { findContact } from './reach.server.ts'
import { contactIdentities, contacts } from './schema.server.ts'
import { listTimeline } from './timeline.server.ts'
import { dayOffsetMs } from './timeline-day.ts'

const CONVERSATIONS_MAX = 30
const TIMELINE_MAX = 12
const SALES_SHOWN = 8

export type ContactProfile = NonNullable<ReturnType<typeof findContactProfile>>

/** Everything a contact's page shows, within this person's reach; undefined when out of it. */
export function findContactProfile(db: TenantDb, member: SignedInMember, id: number) {
  const contact = findContact(db, member, id)
  if (!contact) return undefined
  const values = listFieldValues(db, [id]).get(id) ?? {}
  return {
    contact,
    identities: listContactIdentities(db, id),
    conversations: listPast(db, member, id),
    tags: listTagsOf(db, [id]).get(id) ?? [],
    fields: listFields(db).map((field) => ({ ...field, value: values[field.id] ?? '' })),
    ownerName: contact.ownerId === null ? null : nameOf(db, contact.ownerId),
    consents: listConsents(db, id),
    notes: listContactNotes(db, id),
    sales: listSales(db, member, { contactId: id }).rows.slice(0, SALES_SHOWN),
    lifetimeValue: lifetimeValue(db, id),
    timeline: listTimeline(db, member, id, {
      ...{ limit: TIMELINE_MAX, dayOffsetMs: dayOffsetMs(getCompany(db).timeZone) },
    }),
  }
}

export function listContactIdentities(db: TenantDb, contactId: number) {
  return db
    .select()
    .from(contactIdentities)
    .where(eq(contactIdentities.contactId, contactId))
    .orderBy(contactIdentities.id)
    .all()
}

/** What a customer has bought so far, per currency; sales taken back do not count. */
export function lifetimeValue(db: TenantDb, contactId: number) {
  return db
    .select({
      currency: sales.currency,
      amountMinor: sql<number>`sum(${sales.amountMinor})`,
      count: sql<number>`count(*)`,
    })
    .from(sales)
    .where(and(eq(sales.contactId, contactId), isNull(sales.voidedAt)))
    .groupBy(sales.currency)
    .orderBy(desc(sql`sum(${sales.amountMinor})`))
    .all()
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

function listPast(db: TenantDb, member: SignedInMember, contactId: number) {
  return db
    .select()
    .from(conversations)
    .where(and(eq(conversations.contactId, contactId), reachable(db, member)))
    .orderBy(desc(conversations.id))
    .limit(CONVERSATIONS_MAX)
    .all()
}

function nameOf(db: TenantDb, memberId: number): string | null {
  const row = db.select({ name: members.name }).from(members).where(eq(members.id, memberId)).get()
  return row?.name ?? null
}
