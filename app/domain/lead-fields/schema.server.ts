import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const leadFieldValues = sqliteTable(
  'lead_field_values',
  {
    leadId: integer('lead_id').notNull(),
    /** a key of the industry's lead fields */
    field: text('field').notNull(),
    /** as `parseFieldValue` writes it; empty where a person cleared it */
    value: text('value').notNull(),
    source: text('source', { enum: ['ai', 'member'] }).notNull(),
    /** the customer's message it was read from */
    messageId: integer('message_id'),
    state: text('state', { enum: ['proposed', 'confirmed', 'rejected'] })
      .notNull()
      .default('proposed'),
    byMemberId: integer('by_member_id'),
    /** UTC ms of the reading or the decision */
    updatedAt: integer('updated_at').notNull(),
    suggestedValue: text('suggested_value'),
    suggestedMessageId: integer('suggested_message_id'),
  },
  (table) => [primaryKey({ columns: [table.leadId, table.field] })],
)

export const leadFieldChanges = sqliteTable('lead_field_changes', {
  id: integer('id').primaryKey(),
  leadId: integer('lead_id').notNull(),
  field: text('field').notNull(),
  action: text('action', {
    enum: ['read', 'suggested', 'confirmed', 'corrected', 'cleared', 'dismissed'],
  }).notNull(),
  value: text('value').notNull(),
  messageId: integer('message_id'),
  byMemberId: integer('by_member_id'),
  at: integer('at').notNull(),
})

export const leadReadings = sqliteTable(
  'lead_readings',
  {
    leadId: integer('lead_id').notNull(),
    conversationId: integer('conversation_id').notNull(),
    /** id of the newest message that was read */
    readTo: integer('read_to').notNull().default(0),
    /** UTC ms until which somebody is reading it */
    readingUntil: integer('reading_until').notNull().default(0),
    outcome: text('outcome'),
    at: integer('at'),
  },
  (table) => [primaryKey({ columns: [table.leadId, table.conversationId] })],
)
