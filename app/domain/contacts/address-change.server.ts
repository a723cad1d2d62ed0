import { eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { ContactAddress } from '#app/domain/conversations/inbound.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { addIdentity, removeIdentity } from './identity-rows.server.ts'
import { addressOf, findContact } from './identities.server.ts'
import { mergeContacts } from './merge.server.ts'
import { parsePhone } from './phone-numbers.ts'
import { contacts } from './schema.server.ts'

/**
 * The same person under a new number or id. The old one is let go, because numbers are given
 * to somebody else in time.
 *
 * @returns the contact, or undefined when the old address is nobody's
 */
export function changeAddress(
  db: TenantDb,
  channel: string,
  change: { from: ContactAddress; to: ContactAddress },
): number | undefined {
  const known = findContact(db, channel, change.from) ?? findContact(db, channel, change.to)
  if (known === undefined) return undefined
  if (!change.to.phone && !change.to.userId) return known
  const id = mergeWithNew(db, channel, known, change.to)
  letGo(db, channel, id, change)
  if (change.to.phone) setPhone(db, channel, id, change.to.phone)
  if (change.to.userId) {
    addIdentity(db, { contactId: id, channel, kind: 'user_id', externalId: change.to.userId })
  }
  recordChange(db, 'contact.changed', { data: { contactId: id } })
  return id
}

/** Whoever wrote from the new number before we heard of the change is the same person. */
function mergeWithNew(db: TenantDb, channel: string, known: number, to: ContactAddress): number {
  const other = findContact(db, channel, to)
  return other === undefined || other === known ? known : mergeContacts(db, known, other)
}

function letGo(
  db: TenantDb,
  channel: string,
  id: number,
  { from, to }: { from: ContactAddress; to: ContactAddress },
): void {
  const held = addressOf(db, id, channel)
  const oldPhones = from.phone && to.phone ? (parsePhone(from.phone)?.variants ?? [from.phone]) : []
  for (const externalId of oldPhones) removeIdentity(db, id, { channel, kind: 'phone', externalId })
  if (to.userId && from.userId && held.userId !== to.userId) {
    removeIdentity(db, id, { channel, kind: 'user_id', externalId: from.userId })
  }
}

function setPhone(db: TenantDb, channel: string, id: number, phone: string): void {
  addIdentity(db, { contactId: id, channel, kind: 'phone', externalId: phone.replace(/\D/g, '') })
  const e164 = parsePhone(phone)?.e164 ?? null
  db.update(contacts).set({ phone: e164, updatedAt: Date.now() }).where(eq(contacts.id, id)).run()
}
