import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { saleItems, sales } from './schema.server.ts'

export type Purchase = {
  /** UTC ms */
  at: number
  amountMinor: number
  currency: string
  items: { name: string; quantity: number; unitPriceMinor: number }[]
}

/** What one contact bought and did not give back, newest first; nothing that staff noted about it. */
export function listPurchases(db: TenantDb, contactId: number, limit: number): Purchase[] {
  const rows = db
    .select({
      id: sales.id,
      at: sales.at,
      amountMinor: sales.amountMinor,
      currency: sales.currency,
    })
    .from(sales)
    .where(and(eq(sales.contactId, contactId), isNull(sales.voidedAt)))
    .orderBy(desc(sales.at), desc(sales.id))
    .limit(limit)
    .all()
  const ids = rows.map(({ id }) => id)
  const items = db
    .select()
    .from(saleItems)
    .where(inArray(saleItems.saleId, ids))
    .orderBy(asc(saleItems.saleId), asc(saleItems.position))
    .all()
  return rows.map(({ id, ...row }) => ({
    ...row,
    items: items
      .filter(({ saleId }) => saleId === id)
      .map(({ name, quantity, unitPriceMinor }) => ({ name, quantity, unitPriceMinor })),
  }))
}

export type SentOrder = { at: number; payloadJson: string }

/** Orders that one contact sent from a channel's catalogue, newest first. */
export function listSentOrders(db: TenantDb, contactId: number, limit: number): SentOrder[] {
  return db
    .select({ at: messages.sortAt, payloadJson: messages.payloadJson })
    .from(messages)
    .innerJoin(conversations, eq(conversations.id, messages.conversationId))
    .where(
      and(
        ...[eq(conversations.contactId, contactId), eq(messages.type, 'order')],
        ...[eq(messages.direction, 'inbound'), isNull(messages.deletedAt)],
        isNull(conversations.deletedAt),
      ),
    )
    .orderBy(desc(messages.sortAt), desc(messages.id))
    .limit(limit)
    .all()
}
