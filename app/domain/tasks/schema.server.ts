import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { taskKinds } from './task.ts'

export const tasks = sqliteTable('tasks', {
  id: integer('id').primaryKey(),
  kind: text('kind', { enum: taskKinds }).notNull(),
  title: text('title').notNull(),
  memberId: integer('member_id').notNull(),
  conversationId: integer('conversation_id'),
  contactId: integer('contact_id'),
  leadId: integer('lead_id'),
  /** UTC ms */
  dueAt: integer('due_at').notNull(),
  remindedAt: integer('reminded_at'),
  doneAt: integer('done_at'),
  deletedAt: integer('deleted_at'),
  createdBy: integer('created_by'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})
