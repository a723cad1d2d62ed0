import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const files = sqliteTable('files', {
  id: integer('id').primaryKey(),
  storageKey: text('storage_key').notNull(),
  name: text('name').notNull(),
  mimeType: text('mime_type').notNull(),
  byteSize: integer('byte_size').notNull(),
  sha256: text('sha256').notNull(),
  purpose: text('purpose', {
    enum: ['message', 'product', 'logo', 'document', 'avatar'],
  }).notNull(),
  /** recorded to be sent as a voice message */
  isVoice: integer('is_voice').notNull().default(0),
  durationMs: integer('duration_ms'),
  createdByMemberId: integer('created_by_member_id'),
  createdAt: integer('created_at').notNull(),
})
