import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const skills = sqliteTable('skills', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  words: text('words').notNull().default(''),
  /** what a conversation may be about to ask for it, one inquiry type per line */
  inquiryTypes: text('inquiry_types').notNull().default(''),
  /** an unhappy customer asks for it */
  forUnhappy: integer('for_unhappy').notNull().default(0),
  createdAt: integer('created_at').notNull(),
})

export const memberSkills = sqliteTable('member_skills', {
  memberId: integer('member_id').notNull(),
  skillId: integer('skill_id').notNull(),
})

export const memberPresence = sqliteTable('member_presence', {
  memberId: integer('member_id').primaryKey(),
  chosen: text('chosen', { enum: ['online', 'busy', 'away', 'offline'] })
    .notNull()
    .default('online'),
  lastActiveAt: integer('last_active_at').notNull().default(0),
  updatedAt: integer('updated_at').notNull(),
})

export const assignments = sqliteTable('assignments', {
  id: integer('id').primaryKey(),
  conversationId: integer('conversation_id').notNull(),
  fromMemberId: integer('from_member_id'),
  toMemberId: integer('to_member_id'),
  byKind: text('by_kind', {
    enum: ['member', 'rule', 'system', 'ai', 'phone', 'api'],
  }).notNull(),
  byMemberId: integer('by_member_id'),
  rule: text('rule'),
  reason: text('reason').notNull().default(''),
  at: integer('at').notNull(),
})

export const rotation = sqliteTable('rotation', {
  endpointId: integer('endpoint_id').primaryKey(),
  lastMemberId: integer('last_member_id').notNull(),
})
