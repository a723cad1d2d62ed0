import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { lostReasons } from './schema.server.ts'

export const LOST_REASONS_MAX = 30

export type LostReason = { id: number; name: string }

/** The reasons that are offered, in the company's order. */
export function listLostReasons(db: TenantDb): LostReason[] {
  return db
    .select({ id: lostReasons.id, name: lostReasons.name })
    .from(lostReasons)
    .where(isNull(lostReasons.archivedAt))
    .orderBy(asc(lostReasons.position), asc(lostReasons.id))
    .all()
}

export function findLostReason(db: TenantDb, id: number): LostReason | undefined {
  return db
    .select({ id: lostReasons.id, name: lostReasons.name })
    .from(lostReasons)
    .where(and(eq(lostReasons.id, id), isNull(lostReasons.archivedAt)))
    .get()
}

/**
 * Makes the list what is given, in the caller's transaction. Known names keep their place in
 * history, new ones are added, and what is missing is no longer offered.
 *
 * @param names checked: no empty one, none twice
 */
export function writeLostReasons(
  db: TenantDb,
  entries: readonly { id?: number; name: string }[],
): void {
  const now = Date.now()
  db.update(lostReasons).set({ archivedAt: now }).where(isNull(lostReasons.archivedAt)).run()
  entries.forEach((entry, index) => {
    const values = { name: entry.name, position: index + 1, archivedAt: null }
    const id = entry.id ?? findByName(db, entry.name)
    if (id === undefined)
      db.insert(lostReasons)
        .values({ ...values, createdAt: now })
        .run()
    else db.update(lostReasons).set(values).where(eq(lostReasons.id, id)).run()
  })
}

/** One that was offered before is offered again, with its history. */
function findByName(db: TenantDb, name: string): number | undefined {
  return db
    .select({ id: lostReasons.id })
    .from(lostReasons)
    .where(sql`${lostReasons.name} = ${name}`)
    .get()?.id
}
