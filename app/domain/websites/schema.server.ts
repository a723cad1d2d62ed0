import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const websites = sqliteTable('websites', {
  id: integer('id').primaryKey(),
  startUrl: text('start_url').notNull(),
  depthMax: integer('depth_max').notNull(),
  pagesMax: integer('pages_max').notNull(),
  everyDays: integer('every_days'),
  state: text('state', { enum: ['reading', 'read', 'failed', 'cancelled'] }).notNull(),
  failureReason: text('failure_reason'),
  run: integer('run').notNull().default(0),
  /** what robots.txt says; null until this run has asked for it */
  robots: text('robots'),
  startedAt: integer('started_at'),
  finishedAt: integer('finished_at'),
  nextRunAt: integer('next_run_at'),
  createdByMemberId: integer('created_by_member_id'),
  createdAt: integer('created_at').notNull(),
})

export const websitePages = sqliteTable('website_pages', {
  id: integer('id').primaryKey(),
  websiteId: integer('website_id').notNull(),
  url: text('url').notNull(),
  depth: integer('depth').notNull(),
  state: text('state', { enum: ['waiting', 'read', 'skipped', 'failed', 'gone'] }).notNull(),
  reason: text('reason'),
  change: text('change', { enum: ['new', 'changed', 'same', 'gone'] }),
  documentId: integer('document_id'),
  textHash: text('text_hash'),
  attempts: integer('attempts').notNull().default(0),
  run: integer('run').notNull(),
  readAt: integer('read_at'),
  changedAt: integer('changed_at'),
})
