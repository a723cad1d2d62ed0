import { and, asc, eq, or, sql } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { products } from './schema.server.ts'

const FOUND_MAX = 8

/** As much of a product as a line of a sale needs. Money in minor units. */
export type FoundProduct = {
  id: number
  sku: string
  name: string
  priceMinor: number
  currency: string
}

const shown = {
  ...{ id: products.id, sku: products.sku, name: products.name },
  ...{ priceMinor: products.priceMinor, currency: products.currency },
}

/** Products on offer whose name or number holds a text; those that begin with it first. */
export function findProductsLike(db: TenantDb, text: string): FoundProduct[] {
  const clean = text.trim().replace(/[\\%_]/g, '\\$&')
  const within = `%${clean}%`
  return db
    .select(shown)
    .from(products)
    .where(
      and(
        eq(products.isActive, 1),
        or(
          sql`${products.name} like ${within} escape '\\'`,
          sql`${products.sku} like ${within} escape '\\'`,
        ),
      ),
    )
    .orderBy(
      sql`${products.name} like ${`${clean}%`} escape '\\' or ${products.sku} like ${`${clean}%`} escape '\\' desc`,
      asc(products.name),
    )
    .limit(FOUND_MAX)
    .all()
}

/** The product somebody means who wrote out its number or its whole name. */
export function findProductNamed(db: TenantDb, text: string): FoundProduct | undefined {
  return db
    .select(shown)
    .from(products)
    .where(
      sql`${products.sku} = ${text} collate nocase or ${products.name} = ${text} collate nocase`,
    )
    .orderBy(sql`${products.sku} = ${text} collate nocase desc`, asc(products.id))
    .limit(1)
    .get()
}

export function findProductRow(db: TenantDb, id: number): FoundProduct | undefined {
  return db.select(shown).from(products).where(eq(products.id, id)).get()
}
