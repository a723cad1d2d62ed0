import type { InvalidRow } from '#app/domain/knowledge/rows.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findProductBySku, updateProduct, upsertProducts } from './products.server.ts'
import type { ProductRow } from './products.server.ts'

/** Adds one product by hand: unlike an import, it does not write over the one with that sku. */
export function addProduct(
  db: TenantDb,
  product: ProductRow,
  more: { imageFileId?: number | null; isActive?: boolean } = {},
): { ok: true } | InvalidRow | { ok: false; reason: 'sku_taken' | 'not_found' } {
  return inTransaction(db, () => {
    if (findProductBySku(db, product.sku)) return { ok: false, reason: 'sku_taken' }
    const added = upsertProducts(db, [product])
    if (!added.ok) return added
    const made = findProductBySku(db, product.sku)
    return made ? updateProduct(db, made.id, product, more) : { ok: false, reason: 'not_found' }
  })
}
