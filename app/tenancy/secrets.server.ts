import { seal, unseal, UndecryptableError } from './data-keys.server.ts'
import { dataKeyOf, tenantIdOf } from './tenant-db.server.ts'
import type { TenantDb } from './tenant-db.server.ts'

/**
 * Encrypts a secret with the company's own key: `<key id>.<sealed>`.
 *
 * @param purpose what the secret is for, e.g. `endpoint`; a ciphertext moved elsewhere does not open
 */
export function encryptSecret(db: TenantDb, purpose: string, plain: string): string {
  const key = dataKeyOf(db)
  return `${key.id}.${seal(Buffer.from(plain), key.bytes, contextOf(db, purpose))}`
}

/** @throws UndecryptableError when it was made with another key, company or purpose */
export function decryptSecret(db: TenantDb, purpose: string, ciphertext: string): string {
  const key = dataKeyOf(db)
  const [keyId, sealed] = ciphertext.split('.')
  if (keyId !== key.id || !sealed) throw new UndecryptableError(`Unknown key ${keyId}`)
  return unseal(sealed, key.bytes, contextOf(db, purpose)).toString()
}

function contextOf(db: TenantDb, purpose: string): string {
  return `${tenantIdOf(db)}:${purpose}`
}
