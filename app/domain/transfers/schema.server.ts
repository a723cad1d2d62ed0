import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const transferStates = [
  'pending',
  'approved',
  'redirected',
  'refused',
  'withdrawn',
  'moot',
] as const

export const transferRequests = sqliteTable('transfer_requests', {
  id: integer('id').primaryKey(),
  conversationId: integer('conversation_id').notNull(),
  requestedBy: integer('requested_by').notNull(),
  /** null: anybody else, the decider chooses */
  targetMemberId: integer('target_member_id'),
  reason: text('reason').notNull(),
  state: text('state', { enum: transferStates }).notNull().default('pending'),
  decidedBy: integer('decided_by'),
  givenTo: integer('given_to'),
  decisionReason: text('decision_reason').notNull().default(''),
  createdAt: integer('created_at').notNull(),
  decidedAt: integer('decided_at'),
})
