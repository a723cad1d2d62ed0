import { eq } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { shownPresence } from './presence.ts'
import type { Presence } from './presence.ts'
import { drainQueue } from './queue.server.ts'
import { memberPresence } from './schema.server.ts'

/** A sign of life is written at most this often per person. */
const NOTED_EVERY_MS = 30_000

/** How a member shows to colleagues now; reading never writes. */
export function presenceOf(db: TenantDb, memberId: number, now = Date.now()): Presence {
  const row = findPresence(db, memberId)
  const awayMinutes = getCompany(db).autoAwayMinutes
  return shownPresence({
    chosen: row?.chosen,
    lastActiveAt: row?.lastActiveAt ?? 0,
    awayMinutes,
    now,
  })
}

/** A person says how they are to be seen. Coming online takes what waits in the queue. */
export function choosePresence(
  db: TenantDb,
  memberId: number,
  chosen: Presence,
  now = Date.now(),
): void {
  inTransaction(db, () => {
    const before = presenceOf(db, memberId, now)
    write(db, memberId, { chosen, lastActiveAt: now, updatedAt: now })
    told(db, memberId, { before, after: chosen, now })
  })
}

/** A sign of life: whoever was away for being quiet is back. */
export function noteActivity(db: TenantDb, memberId: number, now = Date.now()): void {
  const row = findPresence(db, memberId)
  if (row && row.lastActiveAt > now - NOTED_EVERY_MS) return
  inTransaction(db, () => {
    const before = presenceOf(db, memberId, now)
    write(db, memberId, { chosen: row?.chosen ?? 'online', lastActiveAt: now, updatedAt: now })
    told(db, memberId, { before, after: presenceOf(db, memberId, now), now })
  })
}

/** Signing out: gone at once, what they chose is kept for their return. */
export function noteGone(db: TenantDb, memberId: number, now = Date.now()): void {
  const row = findPresence(db, memberId)
  if (!row || row.lastActiveAt === 0) return
  inTransaction(db, () => {
    const before = presenceOf(db, memberId, now)
    write(db, memberId, { chosen: row.chosen, lastActiveAt: 0, updatedAt: now })
    told(db, memberId, { before, after: 'offline', now })
  })
}

export function findPresence(db: TenantDb, memberId: number) {
  return db.select().from(memberPresence).where(eq(memberPresence.memberId, memberId)).get()
}

function write(
  db: TenantDb,
  memberId: number,
  values: { chosen: Presence; lastActiveAt: number; updatedAt: number },
): void {
  db.insert(memberPresence)
    .values({ memberId, ...values })
    .onConflictDoUpdate({ target: memberPresence.memberId, set: values })
    .run()
}

function told(
  db: TenantDb,
  memberId: number,
  { before, after, now }: { before: Presence; after: Presence; now: number },
): void {
  if (before === after) return
  recordChange(db, 'presence.changed', { data: { memberId, presence: after } })
  if (after === 'online') drainQueue(db, now)
}
