import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'

export const watches = sqliteTable(
  'watches',
  {
    memberId: integer('member_id').notNull(),
    conversationId: integer('conversation_id').notNull(),
    /** UTC ms at which watching began last */
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.conversationId] })],
)
