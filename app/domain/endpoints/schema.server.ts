import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const endpoints = sqliteTable('endpoints', {
  id: integer('id').primaryKey(),
  key: text('key').notNull(),
  channel: text('channel', { enum: ['whatsapp-cloud', 'telegram', 'web-chat'] }).notNull(),
  name: text('name').notNull(),
  externalId: text('external_id'),
  configJson: text('config_json').notNull().default('{}'),
  secretsEncrypted: text('secrets_encrypted'),
  status: text('status', { enum: ['active', 'needs_reconnect', 'disabled'] })
    .notNull()
    .default('active'),
  statusReason: text('status_reason'),
  assignmentStrategy: text('assignment_strategy', {
    enum: ['manual', 'round_robin', 'workload', 'expertise'],
  }),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const inboundEvents = sqliteTable('inbound_events', {
  id: integer('id').primaryKey(),
  endpointId: integer('endpoint_id').notNull(),
  providerEventId: text('provider_event_id').notNull(),
  raw: blob('raw', { mode: 'buffer' }).notNull(),
  receivedAt: integer('received_at').notNull(),
  processedAt: integer('processed_at'),
  error: text('error'),
})

export const messageTemplates = sqliteTable('message_templates', {
  id: integer('id').primaryKey(),
  endpointId: integer('endpoint_id').notNull(),
  providerId: text('provider_id'),
  name: text('name').notNull(),
  language: text('language').notNull(),
  category: text('category').notNull(),
  status: text('status').notNull(),
  componentsJson: text('components_json').notNull(),
  syncedAt: integer('synced_at').notNull(),
  submittedBy: integer('submitted_by'),
  submittedAt: integer('submitted_at'),
  rejectedReason: text('rejected_reason'),
  headerFileId: integer('header_file_id'),
  changeJson: text('change_json'),
  changeState: text('change_state', { enum: ['submitting', 'failed', 'deleting'] }),
  changeReason: text('change_reason'),
})

export const webChatVisitors = sqliteTable('web_chat_visitors', {
  id: integer('id').primaryKey(),
  endpointId: integer('endpoint_id').notNull(),
  contactId: integer('contact_id'),
  tokenHash: text('token_hash').notNull(),
  externalId: text('external_id'),
  language: text('language').notNull().default('en'),
  createdAt: integer('created_at').notNull(),
  lastSeenAt: integer('last_seen_at').notNull(),
})
