import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const conversationFacts = sqliteTable('conversation_facts', {
  conversationId: integer('conversation_id').primaryKey(),
  firstInboundAt: integer('first_inbound_at'),
  firstReplyId: integer('first_reply_id'),
  firstReplyAt: integer('first_reply_at'),
  firstHumanId: integer('first_human_id'),
  firstHumanAt: integer('first_human_at'),
  firstAiAt: integer('first_ai_at'),
  handedOverAt: integer('handed_over_at'),
  askedInHours: integer('asked_in_hours'),
  sentiment: text('sentiment', { enum: ['positive', 'neutral', 'negative'] }),
  inquiryType: text('inquiry_type'),
})

export const conversationProducts = sqliteTable(
  'conversation_products',
  {
    conversationId: integer('conversation_id').notNull(),
    productId: integer('product_id').notNull(),
    name: text('name').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.productId] })],
)
