import { and, eq, inArray, isNull } from 'drizzle-orm'
import { products } from '#app/domain/catalog/schema.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { SaleItem, SaleTerms } from './sale.ts'
import { saleItems, sales } from './schema.server.ts'

export type SaleOf = {
  conversationId: number
  contactId: number
  channel: string
  /** who sold */
  memberId: number | null
}

/**
 * Writes down a sale in the company's currency, in the caller's transaction. Stock is not touched.
 *
 * @returns its id
 */
export function recordSale(db: TenantDb, of: SaleOf, terms: SaleTerms, now = Date.now()): number {
  const { items, ...rest } = terms
  const { currency } = getCompany(db)
  const { id } = db
    .insert(sales)
    .values({ ...of, ...rest, currency, at: now })
    .returning({ id: sales.id })
    .get()
  insertItems(db, id, items)
  return id
}

/** The lines as they stand in the sale, in order. A product that is gone leaves its name. */
export function insertItems(db: TenantDb, saleId: number, items: SaleItem[]): void {
  const asked = items.flatMap((item) => item.productId ?? [])
  const known = new Set(
    db
      .select({ id: products.id })
      .from(products)
      .where(inArray(products.id, asked))
      .all()
      .map((row) => row.id),
  )
  items.forEach(({ productId, ...item }, position) => {
    const isKnown = productId !== null && known.has(productId)
    db.insert(saleItems)
      .values({ ...item, saleId, position, productId: isKnown ? productId : null })
      .run()
  })
}

/** The sales of a conversation that count: those taken back are left out. */
export function listLiveSales(db: TenantDb, conversationId: number) {
  return db
    .select({ id: sales.id, amountMinor: sales.amountMinor, currency: sales.currency })
    .from(sales)
    .where(and(eq(sales.conversationId, conversationId), isNull(sales.voidedAt)))
    .orderBy(sales.id)
    .all()
}
