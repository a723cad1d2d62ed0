import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const negotiationLimits = sqliteTable('negotiation_limits', {
  productId: integer('product_id').primaryKey(),
  floorMinor: integer('floor_minor').notNull(),
  stepMinor: integer('step_minor').notNull(),
  roundsMax: integer('rounds_max').notNull(),
  /** below it a person decides */
  personBelowMinor: integer('person_below_minor'),
  bulkFrom: integer('bulk_from'),
  bulkFloorMinor: integer('bulk_floor_minor'),
  changedAt: integer('changed_at').notNull(),
})

export const negotiationOffers = sqliteTable('negotiation_offers', {
  id: integer('id').primaryKey(),
  conversationId: integer('conversation_id').notNull(),
  productId: integer('product_id').notNull(),
  quantity: integer('quantity').notNull(),
  /** what the customer offered for a piece, where they named a price */
  bidMinor: integer('bid_minor'),
  offeredMinor: integer('offered_minor').notNull(),
  currency: text('currency').notNull(),
  outcome: text('outcome', { enum: ['countered', 'accepted', 'last', 'person'] }).notNull(),
  at: integer('at').notNull(),
})
