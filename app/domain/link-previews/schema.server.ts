import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const messageLinks = sqliteTable('message_links', {
  messageId: integer('message_id').notNull(),
  position: integer('position').notNull(),
  url: text('url').notNull(),
})

export const linkPreviews = sqliteTable('link_previews', {
  url: text('url').primaryKey(),
  state: text('state', { enum: ['pending', 'ready', 'failed'] }).notNull(),
  title: text('title'),
  description: text('description'),
  siteName: text('site_name'),
  imageFileId: integer('image_file_id'),
  /** while pending: when it was asked for */
  fetchedAt: integer('fetched_at').notNull(),
  /** after that the page is looked at again when somebody writes the address again */
  expiresAt: integer('expires_at').notNull().default(0),
  failureReason: text('failure_reason'),
})
