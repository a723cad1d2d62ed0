import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const cannedResponses = sqliteTable('canned_responses', {
  id: integer('id').primaryKey(),
  shortcut: text('shortcut').notNull(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  departmentId: integer('department_id'),
  createdBy: integer('created_by'),
  usedCount: integer('used_count').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const cannedResponseFiles = sqliteTable('canned_response_files', {
  cannedResponseId: integer('canned_response_id').notNull(),
  position: integer('position').notNull(),
  fileId: integer('file_id').notNull(),
})
