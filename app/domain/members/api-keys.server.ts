import { createHash, randomBytes } from 'node:crypto'
import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { apiKeys } from './schema.server.ts'

const KEY_BYTES = 32
const PREFIX = 'baraza_'
/** How much of a key is shown in lists, enough to tell two apart and useless to a thief. */
const SHOWN_CHARS = 12
/** Last use is noted at most this often. */
const USED_EVERY_MS = 60_000

export type ApiKey = { id: number; name: string; lastUsedAt: number | null }

/** Makes a key for this company. @returns the key itself, which is shown once and never stored */
export function createApiKey(db: TenantDb, name: string): { id: number; key: string } {
  const key = PREFIX + randomBytes(KEY_BYTES).toString('base64url')
  const row = db
    .insert(apiKeys)
    .values({
      ...{ name, keyHash: hashOf(key), keyPrefix: key.slice(0, SHOWN_CHARS) },
      createdAt: Date.now(),
    })
    .returning({ id: apiKeys.id })
    .get()
  return { id: row.id, key }
}

const FIND = Symbol('apiKeys.find')

/** The key of this company behind a Bearer token, unless unknown or revoked. */
export function findApiKey(db: TenantDb, key: string): ApiKey | undefined {
  if (!key.startsWith(PREFIX)) return undefined
  return prepared(db, FIND, selectByHash).get({ keyHash: hashOf(key) })
}

/** Notes that a key is in use, now and then. */
export function touchApiKey(db: TenantDb, key: ApiKey, now: number): void {
  if (now - (key.lastUsedAt ?? 0) < USED_EVERY_MS) return
  db.update(apiKeys).set({ lastUsedAt: now }).where(eq(apiKeys.id, key.id)).run()
}

export function listApiKeys(db: TenantDb) {
  return db.select().from(apiKeys).orderBy(desc(apiKeys.id)).all()
}

/** @returns false when there is no such key, or it is revoked already */
export function revokeApiKey(db: TenantDb, id: number): boolean {
  return (
    db
      .update(apiKeys)
      .set({ revokedAt: Date.now() })
      .where(and(eq(apiKeys.id, id), isNull(apiKeys.revokedAt)))
      .run().changes > 0
  )
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex')
}

function selectByHash(db: TenantDb) {
  return db
    .select({ id: apiKeys.id, name: apiKeys.name, lastUsedAt: apiKeys.lastUsedAt })
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, sql.placeholder('keyHash')), isNull(apiKeys.revokedAt)))
    .prepare()
}
