import { z } from 'zod'
import { findProductNamed } from '#app/domain/catalog/find-products.server.ts'
import { toPriceText } from '#app/domain/catalog/product-passage.ts'
import { findProduct } from '#app/domain/catalog/products.server.ts'
import type { Product } from '#app/domain/catalog/products.server.ts'
import { findLimits, hasLimits } from '#app/domain/negotiation/limits.server.ts'
import { nextOffer } from '#app/domain/negotiation/next-offer.ts'
import type { OfferOutcome } from '#app/domain/negotiation/next-offer.ts'
import { listStanding, recordOffer } from '#app/domain/negotiation/offers.server.ts'
import { currencyExponent } from '#app/i18n/money.ts'
import { tool } from './tool.ts'

const QUERY_MAX = 200
const PIECES_MAX = 100_000
const AMOUNT_MAX = 1_000_000_000

const input = z.strictObject({
  product: z.string().trim().min(1).max(QUERY_MAX),
  bid: z.number().positive().max(AMOUNT_MAX).optional(),
  quantity: z.int().min(1).max(PIECES_MAX).optional(),
})

/**
 * One offer at a time, worked out here from limits that no model is told. What the reply may name
 * is this one price: the check of claims stops any other.
 */
export const negotiate = tool({
  offer: (db) =>
    hasLimits(db)
      ? {
          description:
            'Finds the price that may be offered when a customer asks for a lower one or names their own. Call it every time before a price other than the listed one is spoken of. product: its number (SKU) or whole name; bid: what the customer offered for one piece, a plain number, left out when they named none; quantity: how many pieces they want.',
          input,
        }
      : undefined,
  run: ({ db, thread, now }, { product: named, bid, quantity = 1 }: z.infer<typeof input>) => {
    const id = findProductNamed(db, named)?.id
    const product = id === undefined ? undefined : findProduct(db, id)
    if (product?.isActive !== 1) return { ok: false, result: 'There is no such product.' }
    const limits = findLimits(db, product.id)
    if (!limits) return { ok: false, result: 'The price of this product is fixed.' }
    const place = { conversationId: thread.conversation.id, productId: product.id }
    const bidMinor =
      bid === undefined ? null : Math.round(bid * 10 ** currencyExponent(product.currency))
    const { offeredMinor, outcome } = nextOffer({
      ...{ listMinor: product.priceMinor, limits, quantity, bidMinor },
      earlier: listStanding(db, place, now),
    })
    const wantsPerson = outcome === 'person' ? toReason(product, bidMinor) : undefined
    const { currency } = product
    return {
      ok: true,
      result: sayings[outcome](toPriceText(offeredMinor, currency)),
      isSource: true,
      ...(wantsPerson && { wantsPerson }),
      effect: (store) => {
        const offer = { quantity, bidMinor, offeredMinor, currency, outcome, at: now }
        recordOffer(store, { ...place, ...offer })
        return true
      },
    }
  },
})

/** No figure but the price: any other could be taken for one. */
const sayings: Record<OfferOutcome, (price: string) => string> = {
  accepted: (price) => `Agreed: ${price} for each piece.`,
  countered: (price) => `Offer ${price} for each piece, and no other price.`,
  last: (price) => `${price} for each piece is the last offer.`,
  person: () => 'A colleague decides on this price: hand over, and name none.',
}

function toReason({ name, currency }: Product, bidMinor: number | null): string {
  const bid = bidMinor === null ? 'a lower price' : toPriceText(bidMinor, currency)
  return `The customer asks for ${bid} for ${name}`
}
