import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const departments = sqliteTable('departments', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  createdAt: integer('created_at').notNull(),
})
