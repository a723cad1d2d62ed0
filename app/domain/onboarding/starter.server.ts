import { addProduct } from '#app/domain/catalog/add-product.server.ts'
import { addFaq } from '#app/domain/knowledge/add-faq.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** `number` is its place in the guide of the trade; it makes the sku, so that none comes twice. */
export type ChosenProduct = {
  number: number
  name: string
  description: string
  /** minor units */
  priceMinor: number
}

export type ChosenFaq = { question: string; answer: string }

/** The first goods of a company. Those it has already stay as they are. @returns how many are new */
export function addStarterProducts(
  db: TenantDb,
  currency: string,
  chosen: readonly ChosenProduct[],
): number {
  return inTransaction(db, () => {
    const added = chosen.filter(({ number, ...product }) => {
      const sku = `START-${String(number).padStart(2, '0')}`
      return addProduct(db, { ...product, sku, currency, stock: null }).ok
    })
    return added.length
  })
}

/** The first questions and answers. A question that is known keeps its answer. */
export function addStarterFaqs(db: TenantDb, chosen: readonly ChosenFaq[]): number {
  return inTransaction(db, () => chosen.filter((faq) => addFaq(db, faq).ok).length)
}
