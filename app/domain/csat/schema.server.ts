import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const csatSurveys = sqliteTable('csat_surveys', {
  id: integer('id').primaryKey(),
  conversationId: integer('conversation_id').notNull(),
  contactId: integer('contact_id').notNull(),
  memberId: integer('member_id'),
  channel: text('channel').notNull(),
  tokenHash: text('token_hash'),
  state: text('state', { enum: ['planned', 'sent', 'answered', 'skipped'] })
    .notNull()
    .default('planned'),
  skipReason: text('skip_reason'),
  rating: integer('rating'),
  comment: text('comment').notNull().default(''),
  closedAt: integer('closed_at').notNull(),
  sentAt: integer('sent_at'),
  answeredAt: integer('answered_at'),
})
