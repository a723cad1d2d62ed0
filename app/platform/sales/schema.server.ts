import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { prospectStages } from './stages.ts'

export const prospects = sqliteTable('prospects', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull(),
  industry: text('industry').notNull(),
  city: text('city').notNull().default(''),
  cityKey: text('city_key').notNull().default(''),
  contactName: text('contact_name').notNull().default(''),
  phone: text('phone').notNull().default(''),
  email: text('email').notNull().default(''),
  source: text('source').notNull().default(''),
  planId: text('plan_id'),
  value: integer('value'),
  currency: text('currency').notNull().default('KES'),
  stage: text('stage', { enum: prospectStages }).notNull().default('new'),
  stageChangedAt: integer('stage_changed_at').notNull(),
  reason: text('reason').notNull().default(''),
  repId: integer('rep_id'),
  nextAction: text('next_action').notNull().default(''),
  nextActionAt: integer('next_action_at'),
  tenantId: text('tenant_id'),
  createdBy: integer('created_by'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const prospectStageChanges = sqliteTable('prospect_stage_changes', {
  id: integer('id').primaryKey(),
  prospectId: integer('prospect_id').notNull(),
  fromStage: text('from_stage', { enum: prospectStages }),
  toStage: text('to_stage', { enum: prospectStages }).notNull(),
  reason: text('reason').notNull().default(''),
  byUserId: integer('by_user_id'),
  at: integer('at').notNull(),
})

export const prospectNotes = sqliteTable('prospect_notes', {
  id: integer('id').primaryKey(),
  prospectId: integer('prospect_id').notNull(),
  userId: integer('user_id'),
  text: text('text').notNull(),
  createdAt: integer('created_at').notNull(),
})

export const prospectImports = sqliteTable('prospect_imports', {
  id: integer('id').primaryKey(),
  userId: integer('user_id').notNull(),
  fileName: text('file_name').notNull(),
  headerJson: text('header_json').notNull(),
  rowsJson: text('rows_json').notNull(),
  state: text('state', { enum: ['mapping', 'done'] })
    .notNull()
    .default('mapping'),
  rowsTotal: integer('rows_total').notNull(),
  added: integer('added').notNull().default(0),
  problemsJson: text('problems_json').notNull().default('[]'),
  createdAt: integer('created_at').notNull(),
})

export const commissions = sqliteTable('commissions', {
  id: integer('id').primaryKey(),
  repId: integer('rep_id').notNull(),
  tenantId: text('tenant_id').notNull(),
  invoiceId: integer('invoice_id').notNull(),
  kind: text('kind', { enum: ['one_time', 'recurring'] }).notNull(),
  currency: text('currency').notNull(),
  base: integer('base').notNull(),
  percentBp: integer('percent_bp').notNull(),
  amount: integer('amount').notNull(),
  state: text('state', { enum: ['pending', 'approved', 'paid'] })
    .notNull()
    .default('pending'),
  at: integer('at').notNull(),
  approvedBy: integer('approved_by'),
  approvedAt: integer('approved_at'),
  paidBy: integer('paid_by'),
  paidAt: integer('paid_at'),
  paidReference: text('paid_reference'),
})

/** What a rep may know of a company: never what is inside its file. */
export const clients = sqliteTable('tenants', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull(),
  name: text('name').notNull(),
  industry: text('industry').notNull(),
  status: text('status', { enum: ['active', 'suspended', 'deleted'] }).notNull(),
  repId: integer('rep_id'),
  createdAt: integer('created_at').notNull(),
})
