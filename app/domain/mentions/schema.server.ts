import { integer, primaryKey, sqliteTable } from 'drizzle-orm/sqlite-core'

export const noteMentions = sqliteTable(
  'note_mentions',
  {
    noteId: integer('note_id').notNull(),
    memberId: integer('member_id').notNull(),
    conversationId: integer('conversation_id').notNull(),
    at: integer('at').notNull(),
    readAt: integer('read_at'),
    toldAt: integer('told_at'),
  },
  (table) => [primaryKey({ columns: [table.noteId, table.memberId] })],
)
