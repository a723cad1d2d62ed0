import { sql } from 'drizzle-orm'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const conversations = sqliteTable('conversations', {
  id: integer('id').primaryKey(),
  contactId: integer('contact_id').notNull(),
  endpointId: integer('endpoint_id').notNull(),
  channel: text('channel').notNull(),
  status: text('status', { enum: ['new', 'in_progress', 'waiting', 'snoozed', 'closed'] })
    .notNull()
    .default('new'),
  outcome: text('outcome', { enum: ['none', 'won', 'lost', 'resolved', 'abandoned'] })
    .notNull()
    .default('none'),
  isOpen: integer('is_open').generatedAlwaysAs(sql`status <> 'closed'`, { mode: 'virtual' }),
  assignedTo: integer('assigned_to'),
  assignedAt: integer('assigned_at'),
  assignedBy: integer('assigned_by'),
  queuedAt: integer('queued_at'),
  aiState: text('ai_state', { enum: ['on', 'paused', 'off'] })
    .notNull()
    .default('on'),
  needsPersonAt: integer('needs_person_at'),
  needsPersonReason: text('needs_person_reason'),
  lastMessageId: integer('last_message_id'),
  lastMessageAt: integer('last_message_at').notNull(),
  lastInboundId: integer('last_inbound_id'),
  lastInboundProviderAt: integer('last_inbound_provider_at'),
  typingUntil: integer('typing_until'),
  priorityId: integer('priority_id'),
  snoozedUntil: integer('snoozed_until'),
  snoozedBy: integer('snoozed_by'),
  unansweredSince: integer('unanswered_since'),
  waitOrder: integer('wait_order').generatedAlwaysAs(
    sql`coalesce(unanswered_since, 9000000000000000 - last_message_at)`,
    { mode: 'virtual' },
  ),
  hasMedia: integer('has_media').notNull().default(0),
  score: integer('score').notNull().default(50),
  deletedAt: integer('deleted_at'),
  deletedBy: integer('deleted_by'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  closedAt: integer('closed_at'),
  closedBy: integer('closed_by'),
  closedReason: text('closed_reason').notNull().default(''),
  lostReasonId: integer('lost_reason_id'),
})

export const messages = sqliteTable('messages', {
  id: integer('id').primaryKey(),
  conversationId: integer('conversation_id').notNull(),
  endpointId: integer('endpoint_id').notNull(),
  direction: text('direction', { enum: ['inbound', 'outbound'] }).notNull(),
  authorKind: text('author_kind', {
    enum: ['contact', 'ai', 'member', 'phone', 'system'],
  }).notNull(),
  authorMemberId: integer('author_member_id'),
  type: text('type', {
    enum: [
      'text',
      'image',
      'video',
      'audio',
      'document',
      'sticker',
      'location',
      'contacts',
      'interactive',
      'order',
      'system',
      'unsupported',
    ],
  }).notNull(),
  text: text('text'),
  payloadJson: text('payload_json').notNull().default('{}'),
  status: text('status', {
    enum: ['received', 'queued', 'sending', 'sent', 'delivered', 'read', 'failed', 'unconfirmed'],
  }).notNull(),
  playedAt: integer('played_at'),
  providerId: text('provider_id'),
  providerAt: integer('provider_at'),
  sortAt: integer('sort_at').notNull(),
  replyToId: integer('reply_to_id'),
  replyToProviderId: text('reply_to_provider_id'),
  editedAt: integer('edited_at'),
  deletedAt: integer('deleted_at'),
  failureCode: text('failure_code'),
  failureReason: text('failure_reason'),
  aiAnswerId: integer('ai_answer_id'),
  idempotencyKey: text('idempotency_key'),
  createdAt: integer('created_at').notNull(),
  heldUntil: integer('held_until'),
  removalRequestedAt: integer('removal_requested_at'),
  changeFailed: text('change_failed', { enum: ['reaction', 'wording', 'removal'] }),
})

export const messageEdits = sqliteTable('message_edits', {
  id: integer('id').primaryKey(),
  messageId: integer('message_id').notNull(),
  previousText: text('previous_text'),
  at: integer('at').notNull(),
  memberId: integer('member_id'),
})

export const messageMedia = sqliteTable('message_media', {
  messageId: integer('message_id').notNull(),
  position: integer('position').notNull().default(0),
  kind: text('kind', { enum: ['image', 'video', 'audio', 'document', 'sticker'] }).notNull(),
  fileId: integer('file_id'),
  providerMediaId: text('provider_media_id'),
  providerUrl: text('provider_url'),
  mimeType: text('mime_type'),
  fileName: text('file_name'),
  byteSize: integer('byte_size'),
  sha256: text('sha256'),
  isVoice: integer('is_voice').notNull().default(0),
  state: text('state', { enum: ['pending', 'stored', 'failed', 'refused'] })
    .notNull()
    .default('pending'),
  failureReason: text('failure_reason'),
  transcript: text('transcript'),
})

export const messageReactions = sqliteTable('message_reactions', {
  messageId: integer('message_id').notNull(),
  byKind: text('by_kind', { enum: ['contact', 'member', 'phone'] }).notNull(),
  byId: integer('by_id').notNull().default(0),
  emoji: text('emoji').notNull(),
  at: integer('at').notNull(),
})

export const messageAttempts = sqliteTable('message_attempts', {
  id: integer('id').primaryKey(),
  messageId: integer('message_id').notNull(),
  number: integer('number').notNull(),
  state: text('state', { enum: ['sending', 'accepted', 'failed', 'unconfirmed'] }).notNull(),
  providerId: text('provider_id'),
  errorCode: text('error_code'),
  errorReason: text('error_reason'),
  startedAt: integer('started_at').notNull(),
  endedAt: integer('ended_at'),
})

export const notes = sqliteTable('notes', {
  id: integer('id').primaryKey(),
  conversationId: integer('conversation_id').notNull(),
  memberId: integer('member_id').notNull(),
  text: text('text').notNull(),
  createdAt: integer('created_at').notNull(),
  deletedAt: integer('deleted_at'),
})

export const conversationEvents = sqliteTable('conversation_events', {
  id: integer('id').primaryKey(),
  conversationId: integer('conversation_id').notNull(),
  kind: text('kind').notNull(),
  actorKind: text('actor_kind', {
    enum: ['member', 'contact', 'phone', 'ai', 'api', 'system'],
  }).notNull(),
  actorMemberId: integer('actor_member_id'),
  dataJson: text('data_json').notNull().default('{}'),
  at: integer('at').notNull(),
})

export const conversationReads = sqliteTable('conversation_reads', {
  memberId: integer('member_id').notNull(),
  conversationId: integer('conversation_id').notNull(),
  lastReadMessageId: integer('last_read_message_id').notNull(),
  at: integer('at').notNull(),
})

export const earlyStatuses = sqliteTable('early_statuses', {
  id: integer('id').primaryKey(),
  endpointId: integer('endpoint_id').notNull(),
  providerId: text('provider_id').notNull(),
  status: text('status').notNull(),
  at: integer('at').notNull(),
  failureCode: text('failure_code'),
  failureReason: text('failure_reason'),
  receivedAt: integer('received_at').notNull(),
})
