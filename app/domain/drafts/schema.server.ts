import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const drafts = sqliteTable(
  'drafts',
  {
    memberId: integer('member_id').notNull(),
    conversationId: integer('conversation_id').notNull(),
    kind: text('kind', { enum: ['reply', 'note'] }).notNull(),
    text: text('text').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.conversationId, table.kind] })],
)
