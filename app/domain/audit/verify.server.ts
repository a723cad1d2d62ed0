import { asc, gt } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { CHAIN_START, hashEntry } from './chain.ts'
import { auditLog } from './schema.server.ts'

const BATCH_ROWS = 1_000

/**
 * `altered`: a field is not what it was. `missing`: an entry before it is gone or another one.
 * `unchained`: it was written past the product.
 */
export type ChainBreak = { id: number; reason: 'altered' | 'missing' | 'unchained' }

export type ChainCheck = {
  entries: number
  /** entries from before there was a chain, when none is chained yet */
  unchained: number
  /** hash of the newest entry: kept elsewhere, it also shows when the end was cut off */
  head: string
  broken?: ChainBreak
}

/** Reads the whole log and works every hash out again; stops at the first that does not fit. */
export function verifyAudit(db: TenantDb): ChainCheck {
  const check: ChainCheck = { entries: 0, unchained: 0, head: CHAIN_START }
  let lastId = 0
  for (;;) {
    const rows = db
      .select()
      .from(auditLog)
      .where(gt(auditLog.id, lastId))
      .orderBy(asc(auditLog.id))
      .limit(BATCH_ROWS)
      .all()
    for (const row of rows) {
      const reason = findFault(row, { lastId, check })
      if (reason) return { ...check, broken: { id: row.id, reason } }
      check.entries += 1
      if (row.hash === null) check.unchained += 1
      else check.head = row.hash
      lastId = row.id
    }
    if (rows.length < BATCH_ROWS) return check
  }
}

function findFault(
  row: typeof auditLog.$inferSelect,
  { lastId, check }: { lastId: number; check: ChainCheck },
): ChainBreak['reason'] | undefined {
  if (row.id !== lastId + 1) return 'missing'
  const isBeforeChain = check.unchained === check.entries
  if (row.hash === null) return isBeforeChain && row.previousHash === null ? undefined : 'unchained'
  if (check.unchained > 0) return 'unchained'
  if (row.previousHash !== check.head) return 'missing'
  return hashEntry(check.head, row) === row.hash ? undefined : 'altered'
}
