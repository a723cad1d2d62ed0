import { readFile } from 'node:fs/promises'
import { addProduct } from '#app/domain/catalog/add-product.server.ts'
import { listProducts } from '#app/domain/catalog/products.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { writeFirstSettings } from '#app/domain/company/first-settings.server.ts'
import type { AuditActor } from '#app/domain/audit/record.server.ts'
import { openFile, putFile } from '#app/domain/files/store.server.ts'
import { addFaq } from '#app/domain/knowledge/add-faq.server.ts'
import { listFaqs } from '#app/domain/knowledge/faqs.server.ts'
import type { DemoPart } from '#app/platform/demos/demo-parts.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Runtime } from '../runtime.server.ts'

const PAGE_ROWS = 100

/** Read back from where only checked ones are written. */

type Page<T> = { items: T[]; nextCursor: string | null }

/** What a company takes along from the demo that it was tried in. */
export type Carried = Awaited<ReturnType<typeof readDemo>>

/** Reads what was chosen of a demo. Nobody's name, number or word is part of it. */
export async function readDemo(
  runtime: Pick<Runtime, 'directory' | 'tenancy'>,
  { demoId, keeps }: { demoId: string; keeps: readonly DemoPart[] },
) {
  const entry = runtime.directory.findById(demoId)
  if (!entry) return undefined
  return runtime.tenancy.withTenant(entry, async (db) => ({
    products: keeps.includes('catalogue') ? walk((cursor) => listProducts(db, cursor)) : [],
    faqs: keeps.includes('faqs') ? walk((cursor) => listFaqs(db, cursor)) : [],
    look: keeps.includes('look') ? await readLook(db) : undefined,
  }))
}

/** Writes it into the company. What was settled with the client since then stands. */
export async function carryInto(
  db: TenantDb,
  by: AuditActor,
  settled: { carried: NonNullable<Carried>; hasColor: boolean; hasLogo: boolean },
): Promise<void> {
  const { hasColor, hasLogo } = settled
  const { products, faqs, look } = settled.carried
  inTransaction(db, () => {
    for (const { sku, name, description, priceMinor, currency, stock, isActive } of products)
      addProduct(
        db,
        { sku, name, description, priceMinor, currency, stock },
        { isActive: isActive === 1 },
      )
    for (const { question, answer, category, language } of faqs)
      addFaq(db, { question, answer, category, language })
  })
  if (!look) return
  const logo = !hasLogo && look.logo && (await putFile(db, { ...look.logo, purpose: 'logo' }))
  writeFirstSettings(db, by, {
    ...(!hasColor && { accentColor: look.accentColor }),
    ...(logo && logo.ok && { logoFileId: logo.fileId }),
  })
}

async function readLook(db: TenantDb) {
  const { accentColor, logoFileId } = getCompany(db)
  const opened = logoFileId === null ? undefined : openFile(db, logoFileId)
  const logo = opened && { name: opened.file.name, bytes: await readFile(opened.path) }
  return { accentColor, logo }
}

function walk<T>(read: (options: { cursor?: string; limit: number }) => Page<T>): T[] {
  const all: T[] = []
  let page = read({ limit: PAGE_ROWS })
  all.push(...page.items)
  while (page.nextCursor !== null) {
    page = read({ cursor: page.nextCursor, limit: PAGE_ROWS })
    all.push(...page.items)
  }
  return all
}
