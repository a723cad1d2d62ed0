import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { clockKinds } from './clock-kinds.ts'

export const slaClocks = sqliteTable('sla_clocks', {
  id: integer('id').primaryKey(),
  conversationId: integer('conversation_id').notNull(),
  kind: text('kind', { enum: clockKinds }).notNull(),
  targetMinutes: integer('target_minutes').notNull(),
  startedAt: integer('started_at').notNull(),
  pausedMs: integer('paused_ms').notNull().default(0),
  pausedAt: integer('paused_at'),
  warnAt: integer('warn_at').notNull(),
  dueAt: integer('due_at').notNull(),
  warnedAt: integer('warned_at'),
  breachedAt: integer('breached_at'),
  metAt: integer('met_at'),
  cancelledAt: integer('cancelled_at'),
  memberId: integer('member_id'),
  priorityId: integer('priority_id'),
})
