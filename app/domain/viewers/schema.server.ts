import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'

export const conversationViewers = sqliteTable(
  'conversation_viewers',
  {
    conversationId: integer('conversation_id').notNull(),
    memberId: integer('member_id').notNull(),
    seenAt: integer('seen_at').notNull(),
    typedAt: integer('typed_at'),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.memberId] })],
)
