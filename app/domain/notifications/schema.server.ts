import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const notifications = sqliteTable('notifications', {
  id: integer('id').primaryKey(),
  memberId: integer('member_id').notNull(),
  kind: text('kind').notNull(),
  conversationId: integer('conversation_id'),
  contactId: integer('contact_id'),
  dataJson: text('data_json').notNull().default('{}'),
  createdAt: integer('created_at').notNull(),
  inApp: integer('in_app').notNull().default(1),
  readAt: integer('read_at'),
  pushedAt: integer('pushed_at'),
  mailedAt: integer('mailed_at'),
  dedupeKey: text('dedupe_key'),
})

export const notificationPreferences = sqliteTable(
  'notification_preferences',
  {
    memberId: integer('member_id').notNull(),
    kind: text('kind').notNull(),
    inApp: integer('in_app').notNull(),
    push: integer('push').notNull(),
    email: integer('email').notNull(),
  },
  (table) => [primaryKey({ columns: [table.memberId, table.kind] })],
)

export const pushSubscriptions = sqliteTable('push_subscriptions', {
  id: integer('id').primaryKey(),
  memberId: integer('member_id').notNull(),
  sessionId: integer('session_id'),
  endpoint: text('endpoint').notNull(),
  keysEncrypted: text('keys_encrypted').notNull(),
  userAgent: text('user_agent'),
  failures: integer('failures').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  lastUsedAt: integer('last_used_at'),
})
