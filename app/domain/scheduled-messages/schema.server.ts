import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const scheduledMessages = sqliteTable('scheduled_messages', {
  id: integer('id').primaryKey(),
  conversationId: integer('conversation_id').notNull(),
  memberId: integer('member_id').notNull(),
  contentJson: text('content_json').notNull(),
  sendAt: integer('send_at').notNull(),
  cancelOnReply: integer('cancel_on_reply').notNull().default(0),
  state: text('state', { enum: ['waiting', 'sent', 'cancelled', 'failed'] })
    .notNull()
    .default('waiting'),
  stateReason: text('state_reason'),
  messageId: integer('message_id'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const scheduledMessageFiles = sqliteTable('scheduled_message_files', {
  scheduledMessageId: integer('scheduled_message_id').notNull(),
  position: integer('position').notNull(),
  fileId: integer('file_id').notNull(),
})
