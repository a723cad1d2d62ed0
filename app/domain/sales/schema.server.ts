import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { paymentMethods } from './sale.ts'

export const sales = sqliteTable('sales', {
  id: integer('id').primaryKey(),
  conversationId: integer('conversation_id'),
  contactId: integer('contact_id').notNull(),
  leadId: integer('lead_id'),
  memberId: integer('member_id'),
  channel: text('channel'),
  amountMinor: integer('amount_minor').notNull(),
  currency: text('currency').notNull(),
  paymentMethod: text('payment_method', { enum: ['', ...paymentMethods] })
    .notNull()
    .default(''),
  whatWorked: text('what_worked').notNull().default(''),
  at: integer('at').notNull(),
  correctedAt: integer('corrected_at'),
  correctedBy: integer('corrected_by'),
  voidedAt: integer('voided_at'),
  voidedBy: integer('voided_by'),
  voidReason: text('void_reason').notNull().default(''),
})

export const saleItems = sqliteTable(
  'sale_items',
  {
    saleId: integer('sale_id').notNull(),
    position: integer('position').notNull(),
    productId: integer('product_id'),
    name: text('name').notNull(),
    quantity: integer('quantity').notNull(),
    unitPriceMinor: integer('unit_price_minor').notNull(),
  },
  (table) => [primaryKey({ columns: [table.saleId, table.position] })],
)
