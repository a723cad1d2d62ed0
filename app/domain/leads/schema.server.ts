import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const leadStages = sqliteTable('lead_stages', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  position: integer('position').notNull(),
  kind: text('kind', { enum: ['open', 'won', 'lost'] })
    .notNull()
    .default('open'),
  /** percent */
  probability: integer('probability').notNull().default(0),
  archivedAt: integer('archived_at'),
})

export const leads = sqliteTable('leads', {
  id: integer('id').primaryKey(),
  contactId: integer('contact_id').notNull(),
  conversationId: integer('conversation_id'),
  stageId: integer('stage_id').notNull(),
  /** order inside a stage, smallest on top */
  position: real('position').notNull(),
  title: text('title').notNull().default(''),
  valueMinor: integer('value_minor'),
  currency: text('currency').notNull(),
  /** percent; null takes the stage's */
  probability: integer('probability'),
  /** yyyy-mm-dd */
  expectedOn: text('expected_on'),
  ownerId: integer('owner_id'),
  nextAction: text('next_action').notNull().default(''),
  nextActionAt: integer('next_action_at'),
  source: text('source').notNull().default(''),
  lostReason: text('lost_reason').notNull().default(''),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  stageChangedAt: integer('stage_changed_at').notNull(),
  closedAt: integer('closed_at'),
})

export const leadStageChanges = sqliteTable('lead_stage_changes', {
  id: integer('id').primaryKey(),
  leadId: integer('lead_id').notNull(),
  fromStageId: integer('from_stage_id'),
  toStageId: integer('to_stage_id').notNull(),
  byKind: text('by_kind', { enum: ['member', 'ai', 'system'] }).notNull(),
  byMemberId: integer('by_member_id'),
  at: integer('at').notNull(),
})
