import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const auditLog = sqliteTable('audit_log', {
  id: integer('id').primaryKey(),
  at: integer('at').notNull(),
  actorKind: text('actor_kind', { enum: ['member', 'platform', 'api', 'system'] }).notNull(),
  actorId: integer('actor_id'),
  actorName: text('actor_name').notNull(),
  action: text('action').notNull(),
  subjectKind: text('subject_kind'),
  subjectId: text('subject_id'),
  detailsJson: text('details_json').notNull().default('{}'),
  previousHash: text('previous_hash'),
  hash: text('hash'),
})
