import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const bulkActions = sqliteTable('bulk_actions', {
  id: integer('id').primaryKey(),
  memberId: integer('member_id').notNull(),
  kind: text('kind').notNull(),
  rowsJson: text('rows_json').notNull(),
  createdAt: integer('created_at').notNull(),
  undoneAt: integer('undone_at'),
})
