import { z } from 'zod'
import { toOneLine } from '#app/ai/prompt/text.ts'
import { findProductNamed, findProductsLike } from '#app/domain/catalog/find-products.server.ts'
import { toPriceText } from '#app/domain/catalog/product-passage.ts'
import { findProduct } from '#app/domain/catalog/products.server.ts'
import type { Product } from '#app/domain/catalog/products.server.ts'
import { toWallTime } from '#app/domain/company/wall-time.ts'
import { listPurchases, listSentOrders } from '#app/domain/sales/purchases.server.ts'
import type { Purchase, SentOrder } from '#app/domain/sales/purchases.server.ts'
import { tool } from './tool.ts'
import type { ToolScope } from './tool.ts'

const QUERY_MAX = 200
const PASSAGES_MAX = 5
const PASSAGE_CHARACTERS_MAX = 1_200
const PRODUCTS_MAX = 6
const DESCRIPTION_CHARACTERS_MAX = 300
const PURCHASES_MAX = 10

const query = z.strictObject({ query: z.string().trim().min(1).max(QUERY_MAX) })

/** More passages than the question itself found; they are numbered on and may be cited. */
export const searchKnowledge = tool({
  offer: () => ({
    description:
      'Searches what the company has taught you for other words than the customer’s. Use it when the passages do not hold the answer. Finds numbered passages that you may list in sources.',
    input: query,
  }),
  run: async (scope, input: z.infer<typeof query>) => {
    const { db, deps, language, passages: known } = scope
    const { passages, confidence } = await deps.retrieve(db, input.query, { language })
    const fresh = passages
      .filter(({ id }) => !known.some(({ passageId }) => passageId === id))
      .slice(0, PASSAGES_MAX)
      .map(({ id, sourceKind, sourceId, title, text, page, url, score }, index) => ({
        ...{ number: known.length + index + 1, passageId: id, sourceKind, sourceId },
        ...{ title, text, page, url, score },
      }))
    const lines = fresh.map(
      ({ number, title, text }) =>
        `[${number}] ${toOneLine(title, QUERY_MAX)} — ${toOneLine(text, PASSAGE_CHARACTERS_MAX)}`,
    )
    const result = lines.join('\n') || 'Nothing beyond the passages you have.'
    return { ok: true, result, found: { passages: fresh, confidence } }
  },
})

/** Price and stock as the catalogue has them at this moment. */
export const lookUpProduct = tool({
  offer: () => ({
    description:
      'Looks products up in the catalogue by name, number (SKU) or kind: price and stock as they are now.',
    input: query,
  }),
  run: async (scope, input: z.infer<typeof query>) => {
    const products = await findProducts(scope, input.query)
    const result = products.map(toProductLine).join('\n')
    return { ok: true, result: result || 'No such product.', isSource: true }
  },
})

async function findProducts({ db, deps, language }: ToolScope, text: string): Promise<Product[]> {
  const named = findProductNamed(db, text)
  const ids = new Set([
    ...(named ? [named.id] : []),
    ...findProductsLike(db, text).map(({ id }) => id),
  ])
  if (ids.size === 0) {
    const { passages } = await deps.retrieve(db, text, { language })
    for (const { sourceKind, sourceId } of passages) if (sourceKind === 'product') ids.add(sourceId)
  }
  return [...ids]
    .slice(0, PRODUCTS_MAX)
    .map((id) => findProduct(db, id))
    .filter((product) => product !== undefined)
    .filter(({ isActive }) => isActive === 1)
}

function toProductLine({ sku, name, description, priceMinor, currency, stock }: Product): string {
  const count = stock === null ? 'not counted' : stock > 0 ? `${stock} in stock` : 'out of stock'
  const parts = [
    toOneLine(name, QUERY_MAX),
    `SKU ${toOneLine(sku, QUERY_MAX)}`,
    `price ${toPriceText(priceMinor, currency)}`,
    `stock: ${count}`,
    toOneLine(description, DESCRIPTION_CHARACTERS_MAX),
  ]
  return `- ${parts.filter(Boolean).join('; ')}`
}

/** The customer's own, and nobody else's: no argument says whose. */
export const lookUpPurchases = tool({
  offer: () => ({
    description:
      'Lists what this customer has bought from the company before, and the orders they sent in chat. It takes no arguments and knows of no other customer.',
    input: z.strictObject({}),
  }),
  run: ({ db, thread, company }) => {
    const { contactId } = thread.conversation
    const { timeZone } = company
    const bought = listPurchases(db, contactId, PURCHASES_MAX).map((purchase) =>
      toPurchaseLine(purchase, timeZone),
    )
    const ordered = listSentOrders(db, contactId, PURCHASES_MAX).flatMap((order) =>
      toOrderLine(order, timeZone),
    )
    const result = [...bought, ...ordered].join('\n')
    return { ok: true, result: result || 'Nothing is on record.', isSource: true }
  },
})

function toPurchaseLine({ at, amountMinor, currency, items }: Purchase, timeZone: string): string {
  const lines = items.map(
    ({ name, quantity, unitPriceMinor }) =>
      `${quantity} × ${toOneLine(name, QUERY_MAX)} at ${toPriceText(unitPriceMinor, currency)}`,
  )
  const what = lines.length > 0 ? ` (${lines.join(', ')})` : ''
  return `- bought on ${dayOf(at, timeZone)}: ${toPriceText(amountMinor, currency)}${what}`
}

const order = z.object({
  order: z.object({
    items: z.array(
      z.object({
        sku: z.string(),
        quantity: z.number(),
        priceMinor: z.int(),
        currency: z.string().regex(/^[A-Z]{3}$/),
      }),
    ),
  }),
})

/** What a channel sent is read again as strictly as anything from outside. */
function toOrderLine({ at, payloadJson }: SentOrder, timeZone: string): string[] {
  const read = order.safeParse(JSON.parse(payloadJson))
  if (!read.success) return []
  const items = read.data.order.items.map(
    ({ sku, quantity, priceMinor, currency }) =>
      `${quantity} × ${toOneLine(sku, QUERY_MAX)} at ${toPriceText(priceMinor, currency)}`,
  )
  return [`- ordered in chat on ${dayOf(at, timeZone)}, not yet a sale: ${items.join(', ')}`]
}

function dayOf(at: number, timeZone: string): string {
  return toWallTime(at, timeZone).slice(0, 10)
}
