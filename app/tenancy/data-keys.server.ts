import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { DataKey } from './tenant-db.server.ts'

const ALGORITHM = 'aes-256-gcm'
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

export class UndecryptableError extends Error {
  override name = 'UndecryptableError'
}

/** A fresh random key for one company. */
export function makeDataKey(): DataKey {
  return { id: randomBytes(6).toString('hex'), bytes: randomBytes(KEY_BYTES) }
}

/** Wraps a company's key with the platform's; bound to the tenant so it cannot be swapped. */
export function wrapDataKey(dataKey: DataKey, platformKey: Buffer, tenantId: string): string {
  return seal(dataKey.bytes, platformKey, `data-key:${tenantId}:${dataKey.id}`)
}

/** @throws UndecryptableError when the platform's key is not the one it was wrapped with */
export function unwrapDataKey(
  wrapped: { id: string; wrappedKey: string },
  platformKey: Buffer,
  tenantId: string,
): DataKey {
  const bytes = unseal(wrapped.wrappedKey, platformKey, `data-key:${tenantId}:${wrapped.id}`)
  return { id: wrapped.id, bytes }
}

/** AES-256-GCM as `iv || tag || ciphertext` in base64url; `context` must match on the way back. */
export function seal(plain: Buffer, key: Buffer, context: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, iv).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
}

export function unseal(sealed: string, key: Buffer, context: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < IV_BYTES + TAG_BYTES) throw new UndecryptableError('Too short')
  try {
    const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES))
      .setAAD(Buffer.from(context))
      .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    throw new UndecryptableError('Wrong key or altered ciphertext')
  }
}
