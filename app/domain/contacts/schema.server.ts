import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const contacts = sqliteTable('contacts', {
  id: integer('id').primaryKey(),
  name: text('name').notNull().default(''),
  phone: text('phone'),
  phoneVerifiedAt: integer('phone_verified_at'),
  email: text('email'),
  emailVerifiedAt: integer('email_verified_at'),
  language: text('language'),
  location: text('location').notNull().default(''),
  source: text('source').notNull().default(''),
  campaign: text('campaign').notNull().default(''),
  /** who looks after this customer; gives no reach */
  ownerId: integer('owner_id'),
  notes: text('notes').notNull().default(''),
  score: integer('score').notNull().default(50),
  scoreColor: text('score_color', { enum: ['green', 'yellow', 'red'] })
    .notNull()
    .default('yellow'),
  scoreUpdatedAt: integer('score_updated_at'),
  blockedAt: integer('blocked_at'),
  unreachableAt: integer('unreachable_at'),
  lastMessageAt: integer('last_message_at'),
  deletedAt: integer('deleted_at'),
  /** who it became; the row is a signpost then */
  mergedInto: integer('merged_into'),
  erasedAt: integer('erased_at'),
  createdBy: integer('created_by'),
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

export const contactTags = sqliteTable(
  'contact_tags',
  {
    contactId: integer('contact_id').notNull(),
    tagId: integer('tag_id').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.tagId] })],
)

export const fieldTypes = ['text', 'number', 'date', 'choice', 'yes_no'] as const

export const customFields = sqliteTable('custom_fields', {
  id: integer('id').primaryKey(),
  key: text('key').notNull(),
  name: text('name').notNull(),
  type: text('type', { enum: fieldTypes }).notNull(),
  choicesJson: text('choices_json').notNull().default('[]'),
  position: integer('position').notNull().default(0),
  archivedAt: integer('archived_at'),
  createdAt: integer('created_at').notNull(),
})

export const contactFieldValues = sqliteTable(
  'contact_field_values',
  {
    contactId: integer('contact_id').notNull(),
    fieldId: integer('field_id').notNull(),
    value: text('value').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.fieldId] })],
)

export const consentStates = ['granted', 'withdrawn'] as const

export const contactConsents = sqliteTable(
  'contact_consents',
  {
    contactId: integer('contact_id').notNull(),
    channel: text('channel').notNull(),
    category: text('category').notNull(),
    state: text('state', { enum: consentStates }).notNull(),
    source: text('source').notNull(),
    messageId: integer('message_id'),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.channel, table.category] })],
)

export const contactConsentChanges = sqliteTable('contact_consent_changes', {
  id: integer('id').primaryKey(),
  contactId: integer('contact_id').notNull(),
  channel: text('channel').notNull(),
  category: text('category').notNull(),
  state: text('state', { enum: consentStates }).notNull(),
  source: text('source').notNull(),
  messageId: integer('message_id'),
  memberId: integer('member_id'),
  at: integer('at').notNull(),
})

export const contactNotes = sqliteTable('contact_notes', {
  id: integer('id').primaryKey(),
  contactId: integer('contact_id').notNull(),
  memberId: integer('member_id'),
  text: text('text').notNull(),
  createdAt: integer('created_at').notNull(),
  deletedAt: integer('deleted_at'),
})

export const contactMerges = sqliteTable('contact_merges', {
  id: integer('id').primaryKey(),
  survivorId: integer('survivor_id').notNull(),
  mergedId: integer('merged_id').notNull(),
  undoJson: text('undo_json').notNull(),
  byMemberId: integer('by_member_id'),
  at: integer('at').notNull(),
  undoneAt: integer('undone_at'),
})

export const conversationMerges = sqliteTable('conversation_merges', {
  id: integer('id').primaryKey(),
  survivorId: integer('survivor_id').notNull(),
  mergedId: integer('merged_id').notNull(),
  undoJson: text('undo_json').notNull(),
  byMemberId: integer('by_member_id'),
  at: integer('at').notNull(),
  undoneAt: integer('undone_at'),
})

export const contactDistinctions = sqliteTable('contact_distinctions', {
  lowId: integer('low_id').notNull(),
  highId: integer('high_id').notNull(),
  byMemberId: integer('by_member_id'),
  at: integer('at').notNull(),
})

export const contactImports = sqliteTable('contact_imports', {
  id: integer('id').primaryKey(),
  memberId: integer('member_id').notNull(),
  fileName: text('file_name').notNull(),
  headerJson: text('header_json').notNull().default('[]'),
  mappingJson: text('mapping_json').notNull().default('{}'),
  duplicates: text('duplicates', { enum: ['update', 'skip'] })
    .notNull()
    .default('update'),
  state: text('state', { enum: ['mapping', 'queued', 'running', 'done', 'failed'] }).notNull(),
  rowsTotal: integer('rows_total').notNull().default(0),
  rowsDone: integer('rows_done').notNull().default(0),
  rowsCreated: integer('rows_created').notNull().default(0),
  rowsUpdated: integer('rows_updated').notNull().default(0),
  rowsSkipped: integer('rows_skipped').notNull().default(0),
  rowsRejected: integer('rows_rejected').notNull().default(0),
  failureReason: text('failure_reason'),
  createdAt: integer('created_at').notNull(),
  finishedAt: integer('finished_at'),
})

export const contactImportRows = sqliteTable('contact_import_rows', {
  importId: integer('import_id').notNull(),
  rowNumber: integer('row_number').notNull(),
  cellsJson: text('cells_json').notNull(),
})

export const contactImportRejections = sqliteTable('contact_import_rejections', {
  importId: integer('import_id').notNull(),
  rowNumber: integer('row_number').notNull(),
  reason: text('reason').notNull(),
  rowJson: text('row_json').notNull(),
})

export const erasures = sqliteTable('erasures', {
  id: integer('id').primaryKey(),
  contactId: integer('contact_id').notNull(),
  byMemberId: integer('by_member_id'),
  summaryJson: text('summary_json').notNull(),
  at: integer('at').notNull(),
})

export const scoreHistory = sqliteTable('score_history', {
  id: integer('id').primaryKey(),
  contactId: integer('contact_id').notNull(),
  score: integer('score').notNull(),
  scoreColor: text('score_color').notNull(),
  at: integer('at').notNull(),
})
