import { desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { noteKnowledgeChange } from '#app/domain/knowledge/follow-up.server.ts'
import { toLimit } from '#app/domain/knowledge/listing.ts'
import type { ListOptions, Page } from '#app/domain/knowledge/listing.ts'
import { pageCondition, toPage } from '#app/domain/knowledge/paging.server.ts'
import { deletePassages, replacePassages } from '#app/domain/knowledge/passages.server.ts'
import { cleanText, parseRows, toInvalidRow } from '#app/domain/knowledge/rows.server.ts'
import type { InvalidRow } from '#app/domain/knowledge/rows.server.ts'
import { inTransaction, prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { toProductPassage } from './product-passage.ts'
import { products } from './schema.server.ts'

const SKU_CHARACTERS_MAX = 100
const NAME_CHARACTERS_MAX = 200
const DESCRIPTION_CHARACTERS_MAX = 5_000
const PRICE_MINOR_MAX = 1_000_000_000_000
const STOCK_MAX = 1_000_000_000

const currencies = new Set(Intl.supportedValuesOf('currency'))

/** One row of a product file. Money in minor units; `stock` null means not counted. */
export const productRow = z.strictObject({
  sku: cleanText(SKU_CHARACTERS_MAX),
  name: cleanText(NAME_CHARACTERS_MAX),
  description: cleanText(DESCRIPTION_CHARACTERS_MAX, 0).default(''),
  priceMinor: z.number().int().min(0).max(PRICE_MINOR_MAX),
  currency: z.string().refine((code) => currencies.has(code), { message: 'not a currency code' }),
  stock: z.number().int().min(0).max(STOCK_MAX).nullable().default(null),
})

export type ProductRow = z.infer<typeof productRow>
export type Product = typeof products.$inferSelect

const UPSERT = Symbol('catalog.products.upsert')

/** Adds products, or changes those whose sku is known. All or, when one row is wrong, none. */
export function upsertProducts(
  db: TenantDb,
  input: unknown,
): { ok: true; added: number } | InvalidRow {
  const parsed = parseRows(productRow, input)
  if (!parsed.ok) return parsed
  inTransaction(db, () => {
    for (const row of parsed.rows) upsertProduct(db, row)
    noteKnowledgeChange(db)
  })
  return { ok: true, added: parsed.rows.length }
}

/** Changes a product, its sku included; `imageFileId` and `isActive` where they are given. */
export function updateProduct(
  db: TenantDb,
  id: number,
  input: unknown,
  more: { imageFileId?: number | null; isActive?: boolean } = {},
): { ok: true } | InvalidRow | { ok: false; reason: 'not_found' | 'sku_taken' } {
  const parsed = productRow.safeParse(input)
  if (!parsed.success) return toInvalidRow(1, parsed.error)
  const { isActive, imageFileId } = more
  return inTransaction(db, () => {
    const known = findProduct(db, id)
    if (!known) return { ok: false, reason: 'not_found' }
    const holder = findProductBySku(db, parsed.data.sku)
    if (holder && holder.id !== id) return { ok: false, reason: 'sku_taken' }
    const active = isActive === undefined ? known.isActive : Number(isActive)
    const image = imageFileId === undefined ? known.imageFileId : imageFileId
    db.update(products)
      .set({ ...parsed.data, isActive: active, imageFileId: image, updatedAt: Date.now() })
      .where(eq(products.id, id))
      .run()
    teach(db, id, active ? parsed.data : undefined)
    noteKnowledgeChange(db)
    return { ok: true }
  })
}

/** @returns false when there was none */
export function deleteProduct(db: TenantDb, id: number): boolean {
  return inTransaction(db, () => {
    deletePassages(db, { kind: 'product', id })
    const isGone = db.delete(products).where(eq(products.id, id)).run().changes > 0
    if (isGone) noteKnowledgeChange(db)
    return isGone
  })
}

export function findProduct(db: TenantDb, id: number): Product | undefined {
  return db.select().from(products).where(eq(products.id, id)).get()
}

export function findProductBySku(db: TenantDb, sku: string): Product | undefined {
  return db.select().from(products).where(eq(products.sku, sku)).get()
}

/** Latest change first. */
export function listProducts(db: TenantDb, options: ListOptions = {}): Page<Product> {
  const columns = { ...products, searched: [products.name, products.sku, products.description] }
  const rows = db
    .select()
    .from(products)
    .where(pageCondition(options, columns))
    .orderBy(desc(products.updatedAt), desc(products.id))
    .limit(toLimit(options.limit) + 1)
    .all()
  return toPage(rows, options.limit)
}

function upsertProduct(db: TenantDb, row: ProductRow): void {
  const saved = prepared(db, UPSERT, upsertStatement).get({ ...row, now: Date.now() })
  teach(db, saved.id, row)
}

function upsertStatement(db: TenantDb) {
  const now = sql.placeholder('now')
  return db
    .insert(products)
    .values({
      ...{ sku: sql.placeholder('sku'), name: sql.placeholder('name') },
      ...{ description: sql.placeholder('description'), stock: sql.placeholder('stock') },
      ...{ priceMinor: sql.placeholder('priceMinor'), currency: sql.placeholder('currency') },
      ...{ createdAt: now, updatedAt: now },
    })
    .onConflictDoUpdate({
      target: products.sku,
      set: {
        ...{ name: sql`excluded.name`, description: sql`excluded.description` },
        ...{ priceMinor: sql`excluded.price_minor`, currency: sql`excluded.currency` },
        ...{ stock: sql`excluded.stock`, isActive: 1, updatedAt: sql`excluded.updated_at` },
      },
    })
    .returning({ id: products.id })
    .prepare()
}

/** An inactive product teaches nothing. */
function teach(db: TenantDb, id: number, row: ProductRow | undefined): void {
  replacePassages(db, { kind: 'product', id }, row ? [toProductPassage(row)] : [])
}
