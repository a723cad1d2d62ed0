import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { decryptSecret, encryptSecret } from '#app/tenancy/secrets.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { pushSubscriptions as subscriptions } from './schema.server.ts'

/** More than anybody carries; the oldest makes room. */
const PER_MEMBER_MAX = 10
const USER_AGENT_CHARS_MAX = 300
/** A device that refuses this often in a row is not coming back. */
const FAILURES_MAX = 10
const PURPOSE = 'push'

/** What a browser hands out; base64url. */
export type PushKeys = { p256dh: string; auth: string }

export type NewSubscription = {
  endpoint: string
  keys: PushKeys
  userAgent: string | null
  /** with whose end the device falls silent */
  sessionId?: number
}

/**
 * Keeps a browser as one of a member's devices. The same browser belongs to whoever turned it on
 * last: another member's notifications must not go on appearing on it.
 */
export function saveSubscription(db: TenantDb, memberId: number, device: NewSubscription): number {
  const { endpoint, keys, userAgent, sessionId = null } = device
  return inTransaction(db, () => {
    const values = {
      ...{ memberId, sessionId, keysEncrypted: encryptSecret(db, PURPOSE, JSON.stringify(keys)) },
      ...{ userAgent: userAgent?.slice(0, USER_AGENT_CHARS_MAX) ?? null, failures: 0 },
    }
    const { id } = db
      .insert(subscriptions)
      .values({ endpoint, createdAt: Date.now(), ...values })
      .onConflictDoUpdate({ target: subscriptions.endpoint, set: values })
      .returning({ id: subscriptions.id })
      .get()
    makeRoom(db, memberId)
    return id
  })
}

/** A member's devices, the newest first; nothing of it is secret. */
export function listSubscriptions(db: TenantDb, memberId: number) {
  const { id, userAgent, createdAt, lastUsedAt, failures } = subscriptions
  return db
    .select({ id, userAgent, createdAt, lastUsedAt, failures })
    .from(subscriptions)
    .where(eq(subscriptions.memberId, memberId))
    .orderBy(desc(subscriptions.id))
    .all()
}

export function listSubscriptionIds(db: TenantDb, memberId: number): number[] {
  const { id } = subscriptions
  const rows = db.select({ id }).from(subscriptions).where(eq(subscriptions.memberId, memberId))
  return rows.all().map((row) => row.id)
}

/** Takes one of a member's own devices away. @returns false when there is no such device */
export function removeSubscription(db: TenantDb, memberId: number, id: number): boolean {
  const own = and(eq(subscriptions.id, id), eq(subscriptions.memberId, memberId))
  return db.delete(subscriptions).where(own).run().changes > 0
}

/** The device with its keys, for sending to it. */
export function findSubscription(db: TenantDb, id: number) {
  const row = db.select().from(subscriptions).where(eq(subscriptions.id, id)).get()
  if (!row) return undefined
  const keys = JSON.parse(decryptSecret(db, PURPOSE, row.keysEncrypted)) as PushKeys
  return { id, memberId: row.memberId, endpoint: row.endpoint, keys }
}

/** The push service knows the device no longer. */
export function forgetSubscription(db: TenantDb, id: number): void {
  db.delete(subscriptions).where(eq(subscriptions.id, id)).run()
}

export function noteDelivered(db: TenantDb, id: number): void {
  const set = { lastUsedAt: Date.now(), failures: 0 }
  db.update(subscriptions).set(set).where(eq(subscriptions.id, id)).run()
}

export function noteUndelivered(db: TenantDb, id: number): void {
  inTransaction(db, () => {
    const failures = sql`${subscriptions.failures} + 1`
    db.update(subscriptions).set({ failures }).where(eq(subscriptions.id, id)).run()
    const isHopeless = sql`${subscriptions.failures} >= ${FAILURES_MAX}`
    db.delete(subscriptions)
      .where(and(eq(subscriptions.id, id), isHopeless))
      .run()
  })
}

function makeRoom(db: TenantDb, memberId: number): void {
  const ids = db
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(eq(subscriptions.memberId, memberId))
    .orderBy(asc(subscriptions.id))
    .all()
  for (const { id } of ids.slice(0, Math.max(0, ids.length - PER_MEMBER_MAX)))
    forgetSubscription(db, id)
}
