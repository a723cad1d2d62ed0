import { and, asc, eq, isNull } from 'drizzle-orm'
import { findByIdentity } from '#app/domain/contacts/identity-rows.server.ts'
import { parsePhone } from '#app/domain/contacts/phone-numbers.ts'
import { findContact } from '#app/domain/contacts/reach.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const CHANNEL = 'whatsapp-cloud'

/**
 * Who a number belongs to, as far as the asker may know: somebody within reach, nobody yet, or
 * `closed`, which says no more than that this person cannot write there.
 */
export type NumberOwner =
  { kind: 'known'; contactId: number } | { kind: 'new'; phone: string } | { kind: 'closed' }

/** @returns undefined when the text is no phone number */
export function findNumberOwner(db: TenantDb, actor: Actor, text: string): NumberOwner | undefined {
  const parsed = readNumber(text)
  if (!parsed) return undefined
  const contactId = holderOf(db, parsed)
  if (contactId === undefined) return { kind: 'new', phone: parsed.e164 }
  return findContact(db, actor, contactId) ? { kind: 'known', contactId } : { kind: 'closed' }
}

/** A number as a person types it; letters make it something else. */
export function readNumber(text: string) {
  const typed = text.trim()
  return /^\+?[\d\s().-]{7,24}$/.test(typed) ? parsePhone(typed) : undefined
}

/** By what the channel knows, then by what staff wrote down. */
function holderOf(
  db: TenantDb,
  { e164, variants }: { e164: string; variants: string[] },
): number | undefined {
  for (const digits of variants) {
    const id = findByIdentity(db, CHANNEL, 'phone', digits)
    if (id !== undefined) return id
  }
  return db
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.phone, e164), isNull(contacts.mergedInto), isNull(contacts.deletedAt)))
    .orderBy(asc(contacts.id))
    .limit(1)
    .get()?.id
}
