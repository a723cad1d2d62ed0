import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const notifications = sqliteTable('notifications', {
  id: integer('id').primaryKey(),
  memberId: integer('member_id').notNull(),
  kind: text('kind').notNull(),
  conversationId: integer('conversation_id'),
  contactId: integer('contact_id'),
  dataJson: text('data_json').notNull().default('{}'),
  createdAt: integer('created_at').notNull(),
  readAt: integer('read_at'),
  pushedAt: integer('pushed_at'),
  mailedAt: integer('mailed_at'),
  dedupeKey: text('dedupe_key'),
})
