import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const changes = sqliteTable('changes', {
  id: integer('id').primaryKey(),
  kind: text('kind').notNull(),
  conversationId: integer('conversation_id'),
  dataJson: text('data_json').notNull().default('{}'),
  at: integer('at').notNull(),
})
