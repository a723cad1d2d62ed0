import { platformSqliteOf } from '../../db.server.ts'
import type { PlatformDb } from '../../db.server.ts'

export const BILLING_CONTACTS_MAX = 10

/** Somebody whom a company wants written to about what it pays. */
export type BillingContact = {
  id: number
  name: string
  email: string
  /** E.164 */
  phone: string | null
  language: 'en' | 'sw'
}

export function listBillingContacts(platform: PlatformDb, tenantId: string): BillingContact[] {
  return platformSqliteOf(platform)
    .prepare<[string], BillingContact>(
      `select id, name, email, phone, language from billing_contacts
       where tenant_id = ? order by id`,
    )
    .all(tenantId)
}

export type AddContactResult =
  { ok: true } | { ok: false; reason: 'contact_known' | 'contacts_full' }

/** Adds a billing contact; an address stands once. */
export function addBillingContact(
  platform: PlatformDb,
  tenantId: string,
  { contact, at }: { contact: Omit<BillingContact, 'id'>; at: number },
): AddContactResult {
  if (listBillingContacts(platform, tenantId).length >= BILLING_CONTACTS_MAX)
    return { ok: false, reason: 'contacts_full' }
  const { changes } = platformSqliteOf(platform)
    .prepare(
      `insert into billing_contacts (tenant_id, name, email, phone, language, created_at)
       values (@tenantId, @name, @email, @phone, @language, @at) on conflict do nothing`,
    )
    .run({ ...contact, tenantId, at })
  return changes > 0 ? { ok: true } : { ok: false, reason: 'contact_known' }
}

/** Changes who is written to, or where. */
export function changeBillingContact(
  platform: PlatformDb,
  tenantId: string,
  contact: BillingContact,
): { ok: true } | { ok: false; reason: 'not_found' | 'contact_known' } {
  const known = listBillingContacts(platform, tenantId)
  if (!known.some(({ id }) => id === contact.id)) return { ok: false, reason: 'not_found' }
  const { changes } = platformSqliteOf(platform)
    .prepare(
      `update or ignore billing_contacts
       set name = @name, email = @email, phone = @phone, language = @language
       where tenant_id = @tenantId and id = @id`,
    )
    .run({ ...contact, tenantId })
  return changes > 0 ? { ok: true } : { ok: false, reason: 'contact_known' }
}

/** @returns whether this company had such a contact */
export function removeBillingContact(platform: PlatformDb, tenantId: string, id: number): boolean {
  const { changes } = platformSqliteOf(platform)
    .prepare('delete from billing_contacts where tenant_id = ? and id = ?')
    .run(tenantId, id)
  return changes > 0
}
