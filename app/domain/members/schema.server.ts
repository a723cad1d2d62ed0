import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const members = sqliteTable('members', {
  id: integer('id').primaryKey(),
  email: text('email').notNull(),
  name: text('name').notNull(),
  passwordHash: text('password_hash'),
  role: text('role', { enum: ['owner', 'admin', 'manager', 'agent', 'viewer'] }).notNull(),
  permissionsJson: text('permissions_json').notNull().default('[]'),
  status: text('status', { enum: ['invited', 'active', 'deactivated'] })
    .notNull()
    .default('active'),
  language: text('language').notNull().default('en'),
  theme: text('theme').notNull().default('system'),
  phone: text('phone'),
  undoSend: integer('undo_send').notNull().default(1),
  capacity: integer('capacity'),
  departmentId: integer('department_id'),
  title: text('title').notNull().default(''),
  totpSecretEncrypted: text('totp_secret_encrypted'),
  totpConfirmedAt: integer('totp_confirmed_at'),
  totpLastStep: integer('totp_last_step'),
  recoveryCodesJson: text('recovery_codes_json'),
  quietFrom: integer('quiet_from'),
  quietUntil: integer('quiet_until'),
  digest: text('digest', { enum: ['off', 'daily', 'weekly'] })
    .notNull()
    .default('off'),
  pushNames: integer('push_names').notNull().default(0),
  lastSignInAt: integer('last_sign_in_at'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const memberSessions = sqliteTable('member_sessions', {
  id: integer('id').primaryKey(),
  tokenHash: text('token_hash').notNull(),
  memberId: integer('member_id').notNull(),
  createdAt: integer('created_at').notNull(),
  lastSeenAt: integer('last_seen_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  ip: text('ip'),
  userAgent: text('user_agent'),
})

export const memberTokens = sqliteTable('member_tokens', {
  tokenHash: text('token_hash').primaryKey(),
  kind: text('kind', { enum: ['invitation', 'password_reset', 'email_verification'] }).notNull(),
  memberId: integer('member_id').notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  usedAt: integer('used_at'),
})

export const apiKeys = sqliteTable('api_keys', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  keyHash: text('key_hash').notNull(),
  keyPrefix: text('key_prefix').notNull(),
  createdAt: integer('created_at').notNull(),
  lastUsedAt: integer('last_used_at'),
  revokedAt: integer('revoked_at'),
})
