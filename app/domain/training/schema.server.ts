import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What a member says is so. */
export const staffFacts = sqliteTable('staff_facts', {
  id: integer('id').primaryKey(),
  about: text('about').notNull(),
  statement: text('statement').notNull(),
  /** the first moment it does not hold any more */
  expiresAt: integer('expires_at'),
  saidByMemberId: integer('said_by_member_id'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const guidelines = sqliteTable('guidelines', {
  id: integer('id').primaryKey(),
  kind: text('kind', { enum: ['do', 'dont'] }).notNull(),
  text: text('text').notNull(),
  isActive: integer('is_active').notNull().default(1),
  createdByMemberId: integer('created_by_member_id'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const sampleConversations = sqliteTable('sample_conversations', {
  id: integer('id').primaryKey(),
  title: text('title').notNull(),
  turnsJson: text('turns_json').notNull(),
  isActive: integer('is_active').notNull().default(1),
  createdByMemberId: integer('created_by_member_id'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})
