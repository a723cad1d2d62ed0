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
  createdByMemberId: integer('created_by_member_id'),
  createdAt: integer('created_at').notNull(),
})
