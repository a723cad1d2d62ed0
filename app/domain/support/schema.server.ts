import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const supportVisits = sqliteTable('support_visits', {
  id: integer('id').primaryKey(),
  userId: integer('user_id').notNull(),
  userName: text('user_name').notNull(),
  reason: text('reason').notNull(),
  startedAt: integer('started_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  endedAt: integer('ended_at'),
  endedBy: text('ended_by', { enum: ['user', 'company', 'platform'] }),
  endedByMemberId: integer('ended_by_member_id'),
})
