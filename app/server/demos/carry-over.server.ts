import { readFile } from 'node:fs/promises'
import { addProduct } from '#app/domain/catalog/add-product.server.ts'
import { findProductBySku, listProducts } from '#app/domain/catalog/products.server.ts'
import type { ProductRow } from '#app/domain/catalog/products.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { writeFirstSettings } from '#app/domain/company/first-settings.server.ts'
import type { AuditActor } from '#app/domain/audit/record.server.ts'
import { openFile, putFile } from '#app/domain/files/store.server.ts'
import { addFaq } from '#app/domain/knowledge/add-faq.server.ts'
import { listPhrasings, listTranslations } from '#app/domain/knowledge/faq-forms.server.ts'
import { listFaqs } from '#app/domain/knowledge/faqs.server.ts'
import type { FaqRow } from '#app/domain/knowledge/rows.server.ts'
import type { DemoPart } from '#app/platform/demos/demo-parts.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Runtime } from '../runtime.server.ts'

const PAGE_ROWS = 100

/** Read back from where only checked ones are written. */
type Translated = FaqRow['translations']

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
    products: keeps.includes('catalogue') ? await readProducts(db) : [],
    faqs: keeps.includes('faqs') ? readFaqs(db) : [],
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
  const pictured = await storePictures(db, products)
  inTransaction(db, () => {
    for (const { product, isActive, imageFileId } of pictured)
      addProduct(db, product, { isActive, imageFileId })
    for (const faq of faqs) addFaq(db, faq)
  })
  if (!look) return
  const logo = !hasLogo && look.logo && (await putFile(db, { ...look.logo, purpose: 'logo' }))
  writeFirstSettings(db, by, {
    ...(!hasColor && { accentColor: look.accentColor }),
    ...(logo && logo.ok && { logoFileId: logo.fileId }),
  })
}

type Picture = { name: string; bytes: Buffer }
type CarriedProduct = { product: ProductRow; isActive: boolean; picture: Picture | undefined }

async function readProducts(db: TenantDb): Promise<CarriedProduct[]> {
  const carried: CarriedProduct[] = []
  for (const row of walk((cursor) => listProducts(db, cursor))) {
    const { sku, name, description, priceMinor, currency, stock, isActive, imageFileId } = row
    carried.push({
      product: { sku, name, description, priceMinor, currency, stock },
      isActive: isActive === 1,
      picture: await readPicture(db, imageFileId),
    })
  }
  return carried
}

/** Pictures of what is there already are not stored a second time. */
async function storePictures(db: TenantDb, products: readonly CarriedProduct[]) {
  const stored: (Omit<CarriedProduct, 'picture'> & { imageFileId: number | null })[] = []
  for (const { product, isActive, picture } of products) {
    if (findProductBySku(db, product.sku)) continue
    const put = picture && (await putFile(db, { ...picture, purpose: 'product' }))
    stored.push({ product, isActive, imageFileId: put?.ok ? put.fileId : null })
  }
  return stored
}

/** With their other phrasings and languages; one that is switched off stays so. */
function readFaqs(db: TenantDb): FaqRow[] {
  return walk((cursor) => listFaqs(db, cursor)).map((faq) => {
    const { id, question, answer, category, language, isActive } = faq
    return {
      ...{ question, answer, category, language, isActive: isActive === 1 },
      ...{ phrasings: listPhrasings(db, id), translations: listTranslations(db, id) as Translated },
    }
  })
}

async function readPicture(db: TenantDb, fileId: number | null): Promise<Picture | undefined> {
  const opened = fileId === null ? undefined : openFile(db, fileId)
  return opened && { name: opened.file.name, bytes: await readFile(opened.path) }
}

async function readLook(db: TenantDb) {
  const { accentColor, logoFileId } = getCompany(db)
  return { accentColor, logo: await readPicture(db, logoFileId) }
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
