import { and, eq, notExists, sql } from 'drizzle-orm'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { contactIdentities, contacts } from './schema.server.ts'

export type IdentityKind = 'phone' | 'user_id' | 'username'

const FIND = Symbol('identities.find')
const INSERT = Symbol('identities.insert')
const BY_CONTACT = Symbol('identities.byContact')
const NEVER_SEEN = Symbol('identities.neverSeen')

/** The contact behind an id of a channel, exactly as spelled. */
export function findByIdentity(
  db: TenantDb,
  channel: string,
  kind: IdentityKind,
  externalId: string,
): number | undefined {
  return prepared(db, FIND, selectByIdentity).get({ channel, kind, externalId })?.contactId
}

/** Gives an id to a contact; one that somebody holds already stays where it is. */
export function addIdentity(
  db: TenantDb,
  identity: { contactId: number; channel: string; kind: IdentityKind; externalId: string },
): void {
  prepared(db, INSERT, insertIdentity).run({ ...identity, createdAt: Date.now() })
}

export function listIdentities(db: TenantDb, contactId: number) {
  return prepared(db, BY_CONTACT, selectByContact).all({ contactId })
}

/**
 * A contact that staff wrote down with this number and that no channel has claimed. Others
 * are left alone: a number somebody merely said is theirs opens nobody's history.
 */
export function findWrittenDown(db: TenantDb, e164: string): number | undefined {
  return prepared(db, NEVER_SEEN, selectWrittenDown).get({ e164 })?.id
}

export function removeIdentity(
  db: TenantDb,
  contactId: number,
  identity: { channel: string; kind: IdentityKind; externalId: string },
): void {
  db.delete(contactIdentities)
    .where(
      and(
        eq(contactIdentities.contactId, contactId),
        eq(contactIdentities.channel, identity.channel),
        eq(contactIdentities.kind, identity.kind),
        eq(contactIdentities.externalId, identity.externalId),
      ),
    )
    .run()
}

function selectByIdentity(db: TenantDb) {
  return db
    .select({ contactId: contactIdentities.contactId })
    .from(contactIdentities)
    .where(
      and(
        eq(contactIdentities.channel, sql.placeholder('channel')),
        eq(contactIdentities.kind, sql.placeholder('kind')),
        eq(contactIdentities.externalId, sql.placeholder('externalId')),
      ),
    )
    .prepare()
}

function insertIdentity(db: TenantDb) {
  return db
    .insert(contactIdentities)
    .values({
      contactId: sql.placeholder('contactId'),
      channel: sql.placeholder('channel'),
      kind: sql.placeholder('kind'),
      externalId: sql.placeholder('externalId'),
      createdAt: sql.placeholder('createdAt'),
    })
    .onConflictDoNothing()
    .prepare()
}

function selectByContact(db: TenantDb) {
  return db
    .select()
    .from(contactIdentities)
    .where(eq(contactIdentities.contactId, sql.placeholder('contactId')))
    .orderBy(contactIdentities.id)
    .prepare()
}

function selectWrittenDown(db: TenantDb) {
  const ids = db
    .select({ one: sql`1` })
    .from(contactIdentities)
    .where(eq(contactIdentities.contactId, contacts.id))
  return db
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.phone, sql.placeholder('e164')), notExists(ids)))
    .orderBy(contacts.id)
    .limit(1)
    .prepare()
}
