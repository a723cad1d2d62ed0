import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { contactConsentChanges, contactConsents, contacts } from './schema.server.ts'

/** What an automatic message is for; the vendors' template categories. */
export const messageCategories = ['marketing', 'utility', 'authentication'] as const
export type MessageCategory = (typeof messageCategories)[number]
export type ConsentCategory = MessageCategory | '*'

export type ConsentChange = {
  contactId: number
  channel: string
  category: ConsentCategory
  state: 'granted' | 'withdrawn'
  /** who says so: the customer's own message, a member, an import */
  source: 'message' | 'member' | 'import'
  messageId?: number
  memberId?: number
  at?: number
}

const CONSENTS = Symbol('consents.ofContact')
const BLOCKED = Symbol('consents.blocked')
const BY_MESSAGE = Symbol('consents.byMessage')

/**
 * Whether something may be sent to a person without anybody sending it: surveys, out-of-hours
 * texts, campaigns. The word about the very category counts before the one about everything;
 * without any, service messages go out and marketing does not.
 */
export function mayReceiveAutomatic(
  db: TenantDb,
  about: { contactId: number; channel: string; category: MessageCategory },
): boolean {
  const { contactId, channel, category } = about
  const contact = prepared(db, BLOCKED, selectBlocked).get({ contactId })
  if (!contact || contact.blockedAt !== null) return false
  const rows = prepared(db, CONSENTS, selectConsents).all({ contactId, channel })
  const word =
    rows.find((row) => row.category === category) ?? rows.find((row) => row.category === '*')
  return word ? word.state === 'granted' : category !== 'marketing'
}

/** Whether this person said no to messages of a kind, so that not even a colleague begins with one. */
export function hasWithdrawn(
  db: TenantDb,
  about: { contactId: number; channel: string; category: MessageCategory },
): boolean {
  const { contactId, channel, category } = about
  const rows = prepared(db, CONSENTS, selectConsents).all({ contactId, channel })
  const word =
    rows.find((row) => row.category === category) ?? rows.find((row) => row.category === '*')
  return word?.state === 'withdrawn'
}

/**
 * Writes a yes or no down, with its proof. A word about everything replaces what was said
 * about single categories before.
 */
export function setConsent(db: TenantDb, change: ConsentChange): void {
  const { contactId, channel, category, state, source } = change
  const at = change.at ?? Date.now()
  const { messageId = null, memberId = null } = change
  if (category === '*') {
    db.delete(contactConsents)
      .where(and(eq(contactConsents.contactId, contactId), eq(contactConsents.channel, channel)))
      .run()
  }
  db.insert(contactConsents)
    .values({ contactId, channel, category, state, source, messageId, at })
    .onConflictDoUpdate({
      target: [contactConsents.contactId, contactConsents.channel, contactConsents.category],
      set: { state, source, messageId, at },
    })
    .run()
  db.insert(contactConsentChanges)
    .values({ contactId, channel, category, state, source, messageId, memberId, at })
    .run()
  recordChange(db, 'contact.changed', { data: { contactId } })
}

/** What holds now, one row per channel and category. */
export function listConsents(db: TenantDb, contactId: number) {
  return db
    .select()
    .from(contactConsents)
    .where(eq(contactConsents.contactId, contactId))
    .orderBy(contactConsents.channel, contactConsents.category)
    .all()
}

/** Channels on which this person wants nothing automatic. */
export function listOptOuts(db: TenantDb, contactIds: number[]) {
  return db
    .select({ contactId: contactConsents.contactId, channel: contactConsents.channel })
    .from(contactConsents)
    .where(
      and(
        inArray(contactConsents.contactId, contactIds),
        eq(contactConsents.state, 'withdrawn'),
        eq(contactConsents.category, '*'),
      ),
    )
    .orderBy(desc(contactConsents.at))
    .all()
}

/** Whether a message was a customer's word about consent, which nobody has to answer. */
export function isConsentMessage(db: TenantDb, messageId: number): boolean {
  return prepared(db, BY_MESSAGE, selectByMessage).get({ messageId }) !== undefined
}

function selectBlocked(db: TenantDb) {
  return db
    .select({ blockedAt: contacts.blockedAt })
    .from(contacts)
    .where(eq(contacts.id, sql.placeholder('contactId')))
    .prepare()
}

function selectConsents(db: TenantDb) {
  return db
    .select({ category: contactConsents.category, state: contactConsents.state })
    .from(contactConsents)
    .where(
      and(
        eq(contactConsents.contactId, sql.placeholder('contactId')),
        eq(contactConsents.channel, sql.placeholder('channel')),
      ),
    )
    .prepare()
}

function selectByMessage(db: TenantDb) {
  return db
    .select({ id: contactConsentChanges.id })
    .from(contactConsentChanges)
    .where(eq(contactConsentChanges.messageId, sql.placeholder('messageId')))
    .limit(1)
    .prepare()
}
