import { eq, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { ContactAddress } from '#app/domain/conversations/inbound.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import {
  addIdentity,
  findByIdentity,
  findWrittenDown,
  listIdentities,
} from './identity-rows.server.ts'
import { mergeContacts } from './merge.server.ts'
import { parsePhone } from './phone-numbers.ts'
import { contacts } from './schema.server.ts'

const NAME_CHARS_MAX = 120

export type MatchedContact = { id: number; isNew: boolean; isBlocked: boolean }

const INSERT = Symbol('contacts.insert')
const GET = Symbol('contacts.get')

/**
 * The contact an address belongs to, made when nobody has it. All ids of the address become
 * that contact's; two contacts that turn out to be one person are merged.
 *
 * @returns undefined when the address names nobody
 */
export function matchContact(
  db: TenantDb,
  channel: string,
  address: ContactAddress,
): MatchedContact | undefined {
  if (!address.phone && !address.userId && !address.username) return undefined
  const known = findContact(db, channel, address)
  const id = known ?? insertContact(db, address)
  keepAddress(db, channel, id, address)
  const isBlocked = keepFacts(db, id, address)
  return { id, isNew: known === undefined, isBlocked }
}

/** The contact an address belongs to, if there is one; merges when its ids lead to two. */
export function findContact(
  db: TenantDb,
  channel: string,
  address: ContactAddress,
): number | undefined {
  const byUserId = address.userId
    ? findByIdentity(db, channel, 'user_id', address.userId)
    : undefined
  const byPhone = address.phone ? findByPhone(db, channel, address.phone) : undefined
  if (byUserId !== undefined && byPhone !== undefined && byUserId !== byPhone) {
    return isSamePerson(db, channel, byUserId)
      ? mergeContacts(db, Math.min(byUserId, byPhone), Math.max(byUserId, byPhone))
      : byUserId
  }
  // A username can be given up and taken by somebody else: it counts only when it is all there is.
  const byName =
    address.username && !address.userId && !address.phone
      ? findByIdentity(db, channel, 'username', address.username)
      : undefined
  return byUserId ?? byPhone ?? byName
}

/** How to reach a contact on a channel, with every id it has there. */
export function addressOf(db: TenantDb, contactId: number, channel: string): ContactAddress {
  const ids = listIdentities(db, contactId).filter((one) => one.channel === channel)
  const newest = (kind: string) => ids.findLast((one) => one.kind === kind)?.externalId
  return { phone: newest('phone'), userId: newest('user_id'), username: newest('username') }
}

/** Ids a vendor told us of a contact we know. An id that somebody else holds stays theirs. */
export function keepAddress(
  db: TenantDb,
  channel: string,
  contactId: number,
  { phone, userId, username }: ContactAddress,
): void {
  const digits = phone?.replace(/\D/g, '')
  if (digits) addIdentity(db, { contactId, channel, kind: 'phone', externalId: digits })
  if (userId) addIdentity(db, { contactId, channel, kind: 'user_id', externalId: userId })
  if (username) addIdentity(db, { contactId, channel, kind: 'username', externalId: username })
}

/** Who is known by id alone so far may be the one whose number we now learn. */
function isSamePerson(db: TenantDb, channel: string, byUserId: number): boolean {
  return addressOf(db, byUserId, channel).phone === undefined
}

function findByPhone(db: TenantDb, channel: string, phone: string): number | undefined {
  const parsed = parsePhone(phone)
  for (const digits of parsed?.variants ?? [phone]) {
    const id = findByIdentity(db, channel, 'phone', digits)
    if (id !== undefined) return id
  }
  return parsed ? findWrittenDown(db, parsed.e164) : undefined
}

/** A name that staff gave stays; who writes can be reached again. @returns whether blocked */
function keepFacts(db: TenantDb, id: number, address: ContactAddress): boolean {
  const row = prepared(db, GET, selectContact).get({ id })
  if (!row) return false
  const name = row.name === '' ? cleanName(address.name) : ''
  const phone = row.phone === null && address.phone ? parsePhone(address.phone)?.e164 : undefined
  if (name || phone) {
    db.update(contacts)
      .set({ name: name || row.name, phone: phone ?? row.phone, updatedAt: Date.now() })
      .where(eq(contacts.id, id))
      .run()
    recordChange(db, 'contact.changed', { data: { contactId: id } })
  }
  return row.blockedAt !== null
}

function insertContact(db: TenantDb, address: ContactAddress): number {
  const now = Date.now()
  const phone = address.phone ? (parsePhone(address.phone)?.e164 ?? null) : null
  const row = { name: cleanName(address.name), phone, createdAt: now, updatedAt: now }
  const id = prepared(db, INSERT, insertRow).get(row).id
  recordChange(db, 'contact.changed', { data: { contactId: id } })
  return id
}

/** Nothing of it can be seen: spaces, joiners, fillers. */
function isBlank(text: string): boolean {
  return text.replace(/[\p{Default_Ignorable_Code_Point}\u2800\s]+/gu, '') === ''
}

/** What people call themselves is text from a stranger: one line, no controls, not endless. */
function cleanName(name: string | undefined): string {
  const line = (name ?? '')
    .replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
  return isBlank(line) ? '' : [...line].slice(0, NAME_CHARS_MAX).join('')
}

function insertRow(db: TenantDb) {
  return db
    .insert(contacts)
    .values({
      name: sql.placeholder('name'),
      phone: sql.placeholder('phone'),
      createdAt: sql.placeholder('createdAt'),
      updatedAt: sql.placeholder('updatedAt'),
    })
    .returning({ id: contacts.id })
    .prepare()
}

function selectContact(db: TenantDb) {
  return db
    .select({ name: contacts.name, phone: contacts.phone, blockedAt: contacts.blockedAt })
    .from(contacts)
    .where(eq(contacts.id, sql.placeholder('id')))
    .prepare()
}
