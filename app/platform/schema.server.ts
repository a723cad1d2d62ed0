import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const tenants = sqliteTable('tenants', {
  id: text('id').primaryKey(),
  slug: text('slug').notNull(),
  name: text('name').notNull(),
  industry: text('industry').notNull(),
  status: text('status', { enum: ['active', 'suspended', 'deleted'] })
    .notNull()
    .default('active'),
  suspendedReason: text('suspended_reason'),
  cell: integer('cell').notNull().default(0),
  plan: text('plan').notNull().default('trial'),
  nextJobAt: integer('next_job_at'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  deletedAt: integer('deleted_at'),
})

export const tenantKeys = sqliteTable('tenant_keys', {
  tenantId: text('tenant_id').primaryKey(),
  keyId: text('key_id').notNull(),
  wrappedKey: text('wrapped_key').notNull(),
  wrappedBy: text('wrapped_by').notNull(),
  createdAt: integer('created_at').notNull(),
  erasedAt: integer('erased_at'),
})

export const tenantDomains = sqliteTable('tenant_domains', {
  host: text('host').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  verifiedAt: integer('verified_at'),
  createdAt: integer('created_at').notNull(),
})

export const endpointDirectory = sqliteTable('endpoint_directory', {
  key: text('key').primaryKey(),
  tenantId: text('tenant_id').notNull(),
  channel: text('channel').notNull(),
  endpointId: integer('endpoint_id').notNull(),
  externalId: text('external_id'),
  hasOwnSecret: integer('has_own_secret').notNull().default(0),
  createdAt: integer('created_at').notNull(),
})

export const platformUsers = sqliteTable('platform_users', {
  id: integer('id').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  passwordHash: text('password_hash'),
  role: text('role', { enum: ['owner', 'admin', 'sales', 'support'] }).notNull(),
  status: text('status', { enum: ['invited', 'active', 'deactivated'] })
    .notNull()
    .default('active'),
  language: text('language').notNull().default('en'),
  theme: text('theme').notNull().default('system'),
  totpSecretEncrypted: text('totp_secret_encrypted'),
  totpConfirmedAt: integer('totp_confirmed_at'),
  totpLastStep: integer('totp_last_step'),
  recoveryCodesJson: text('recovery_codes_json'),
  lastSignInAt: integer('last_sign_in_at'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const platformSessions = sqliteTable('platform_sessions', {
  id: integer('id').primaryKey(),
  tokenHash: text('token_hash').notNull(),
  userId: integer('user_id').notNull(),
  createdAt: integer('created_at').notNull(),
  lastSeenAt: integer('last_seen_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  ip: text('ip'),
  userAgent: text('user_agent'),
})

export const platformTokens = sqliteTable('platform_tokens', {
  tokenHash: text('token_hash').primaryKey(),
  kind: text('kind', { enum: ['invitation', 'password_reset'] }).notNull(),
  userId: integer('user_id').notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at'),
})

export const platformAuditLog = sqliteTable('platform_audit_log', {
  id: integer('id').primaryKey(),
  at: integer('at').notNull(),
  actorKind: text('actor_kind', { enum: ['user', 'system'] }).notNull(),
  actorId: integer('actor_id'),
  actorName: text('actor_name').notNull(),
  action: text('action').notNull(),
  tenantId: text('tenant_id'),
  detailsJson: text('details_json').notNull().default('{}'),
})

export const outboxMails = sqliteTable('outbox_mails', {
  id: integer('id').primaryKey(),
  tenantId: text('tenant_id'),
  toAddress: text('to_address').notNull(),
  subject: text('subject').notNull(),
  textBody: text('text_body').notNull(),
  htmlBody: text('html_body').notNull(),
  createdAt: integer('created_at').notNull(),
})
