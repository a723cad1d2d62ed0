import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const lostReasons = sqliteTable('lost_reasons', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  position: integer('position').notNull(),
  archivedAt: integer('archived_at'),
  createdAt: integer('created_at').notNull(),
})
