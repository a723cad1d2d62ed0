import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const savedViews = sqliteTable('saved_views', {
  id: integer('id').primaryKey(),
  memberId: integer('member_id').notNull(),
  name: text('name').notNull(),
  isShared: integer('is_shared').notNull().default(0),
  query: text('query').notNull(),
  createdAt: integer('created_at').notNull(),
})
