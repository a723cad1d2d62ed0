import { eq, sql } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { findProduct } from '#app/domain/catalog/products.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Limits } from './next-offer.ts'
import { negotiationLimits } from './schema.server.ts'

export type SaveLimitsResult =
  | { ok: true }
  | {
      ok: false
      reason: 'not_found' | 'floor_above_price' | 'bulk_floor_above_floor' | 'person_below_floor'
    }

export function findLimits(db: TenantDb, productId: number): Limits | undefined {
  return db.select().from(negotiationLimits).where(eq(negotiationLimits.productId, productId)).get()
}

/** Whether the assistant may bargain over anything at all. */
export function hasLimits(db: TenantDb): boolean {
  return (
    db
      .select({ one: sql`1` })
      .from(negotiationLimits)
      .limit(1)
      .get() !== undefined
  )
}

/**
 * Sets how far the assistant may go on a product, or with null makes its price fixed. The audit
 * log notes that it changed and not how far: it is read by more people than may know.
 */
export function saveLimits(
  db: TenantDb,
  saver: Saver,
  { productId, limits }: { productId: number; limits: Limits | null },
): SaveLimitsResult {
  return inTransaction(db, () => {
    const product = findProduct(db, productId)
    if (!product) return { ok: false, reason: 'not_found' }
    const problem = limits && findProblem(limits, product.priceMinor)
    if (problem) return { ok: false, reason: problem }
    const isThis = eq(negotiationLimits.productId, productId)
    db.delete(negotiationLimits).where(isThis).run()
    if (limits) {
      const row = { ...limits, productId, changedAt: Date.now() }
      db.insert(negotiationLimits).values(row).run()
    }
    const actor = { kind: 'member', id: saver.id, name: saver.name } as const
    const action = limits ? 'product.bargaining_changed' : 'product.bargaining_ended'
    const about = { subjectKind: 'product', subjectId: productId }
    recordAudit(db, actor, { action, ...about, details: { name: product.name } })
    return { ok: true }
  })
}

function findProblem(limits: Limits, priceMinor: number) {
  const { floorMinor, bulkFloorMinor, personBelowMinor } = limits
  if (floorMinor > priceMinor) return 'floor_above_price' as const
  if (bulkFloorMinor !== null && bulkFloorMinor > floorMinor)
    return 'bulk_floor_above_floor' as const
  const lowest = bulkFloorMinor ?? floorMinor
  if (personBelowMinor !== null && personBelowMinor < lowest) return 'person_below_floor' as const
  return undefined
}
