import { and, asc, desc, eq, gt } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { EarlierOffer } from './next-offer.ts'
import { negotiationOffers } from './schema.server.ts'

/** An offer holds so long, and bargaining begins anew after it. */
const OFFER_MS = 7 * 86_400_000
const SHOWN_MAX = 50

export type Offer = typeof negotiationOffers.$inferSelect

/** What was offered for a product in a conversation and still stands, oldest first. */
export function listStanding(
  db: TenantDb,
  { conversationId, productId }: { conversationId: number; productId: number },
  now: number,
): EarlierOffer[] {
  return db
    .select({ quantity: negotiationOffers.quantity, offeredMinor: negotiationOffers.offeredMinor })
    .from(negotiationOffers)
    .where(
      and(
        eq(negotiationOffers.conversationId, conversationId),
        eq(negotiationOffers.productId, productId),
        gt(negotiationOffers.at, now - OFFER_MS),
      ),
    )
    .orderBy(asc(negotiationOffers.id))
    .all()
}

/** Writes an offer down, in the transaction that sends it. */
export function recordOffer(db: TenantDb, offer: Omit<Offer, 'id'>): void {
  db.insert(negotiationOffers).values(offer).run()
}

/** The newest offers on a product, without whom they were made to. */
export function listOffers(db: TenantDb, productId: number) {
  const { id, at, quantity, bidMinor, offeredMinor, currency, outcome } = negotiationOffers
  return db
    .select({ id, at, quantity, bidMinor, offeredMinor, currency, outcome })
    .from(negotiationOffers)
    .where(eq(negotiationOffers.productId, productId))
    .orderBy(desc(id))
    .limit(SHOWN_MAX)
    .all()
}
