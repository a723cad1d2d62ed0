import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { labelColors } from './colors.ts'

export const tags = sqliteTable('tags', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  color: text('color', { enum: labelColors }).notNull().default('neutral'),
  createdAt: integer('created_at').notNull(),
})

export const conversationTags = sqliteTable(
  'conversation_tags',
  {
    conversationId: integer('conversation_id').notNull(),
    tagId: integer('tag_id').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.conversationId, table.tagId] })],
)

export const priorities = sqliteTable('priorities', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  /** 1 is the most urgent */
  rank: integer('rank').notNull(),
  color: text('color', { enum: labelColors }).notNull().default('neutral'),
  isDefault: integer('is_default').notNull().default(0),
  firstReplyMinutes: integer('first_reply_minutes'),
  nextReplyMinutes: integer('next_reply_minutes'),
  resolutionMinutes: integer('resolution_minutes'),
  createdAt: integer('created_at').notNull(),
})
