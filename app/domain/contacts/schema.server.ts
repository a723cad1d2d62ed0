import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const contacts = sqliteTable('contacts', {
  id: integer('id').primaryKey(),
  name: text('name').notNull().default(''),
  phone: text('phone'),
  email: text('email'),
  language: text('language'),
  notes: text('notes').notNull().default(''),
  score: integer('score').notNull().default(50),
  scoreColor: text('score_color', { enum: ['green', 'yellow', 'red'] })
    .notNull()
    .default('yellow'),
  scoreUpdatedAt: integer('score_updated_at'),
  blockedAt: integer('blocked_at'),
  unreachableAt: integer('unreachable_at'),
  lastMessageAt: integer('last_message_at'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const contactIdentities = sqliteTable('contact_identities', {
  id: integer('id').primaryKey(),
  contactId: integer('contact_id').notNull(),
  channel: text('channel').notNull(),
  kind: text('kind', { enum: ['phone', 'user_id', 'username'] }).notNull(),
  externalId: text('external_id').notNull(),
  createdAt: integer('created_at').notNull(),
})

export const scoreContributions = sqliteTable('score_contributions', {
  contactId: integer('contact_id').notNull(),
  rule: text('rule').notNull(),
  ordinal: integer('ordinal').notNull().default(0),
  points: integer('points').notNull(),
  messageId: integer('message_id'),
  at: integer('at').notNull(),
})
