import { and, asc, desc, eq, gt, isNull, lt } from 'drizzle-orm'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { CHAIN_START, hashEntry } from './chain.ts'
import { auditLog } from './schema.server.ts'

const BATCH_ROWS = 500

/**
 * Chains entries from before there was a chain, once per file: a log that has begun to be
 * chained is never completed in the middle, because a gap there is somebody's doing.
 *
 * @returns how many entries were chained
 */
export function chainEarlier(db: TenantDb): number {
  return inTransaction(db, () => {
    const first = db.select().from(auditLog).orderBy(asc(auditLog.id)).limit(1).get()
    if (!first || first.hash !== null) return 0
    let chained = 0
    for (let after = 0; ;) {
      const rows = listUnchained(db, after)
      for (const row of rows) {
        const previousHash = hashBefore(db, row.id)
        const hash = hashEntry(previousHash, row)
        db.update(auditLog).set({ previousHash, hash }).where(eq(auditLog.id, row.id)).run()
        after = row.id
      }
      chained += rows.length
      if (rows.length < BATCH_ROWS) return chained
    }
  })
}

function listUnchained(db: TenantDb, after: number) {
  return db
    .select()
    .from(auditLog)
    .where(and(isNull(auditLog.hash), gt(auditLog.id, after)))
    .orderBy(asc(auditLog.id))
    .limit(BATCH_ROWS)
    .all()
}

function hashBefore(db: TenantDb, id: number): string {
  const before = db
    .select({ hash: auditLog.hash })
    .from(auditLog)
    .where(lt(auditLog.id, id))
    .orderBy(desc(auditLog.id))
    .limit(1)
    .get()
  return before?.hash ?? CHAIN_START
}
