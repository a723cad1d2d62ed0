import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const macros = sqliteTable('macros', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  actionsJson: text('actions_json').notNull(),
  departmentId: integer('department_id'),
  ownerId: integer('owner_id'),
  createdBy: integer('created_by'),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const macroRuns = sqliteTable('macro_runs', {
  id: integer('id').primaryKey(),
  macroId: integer('macro_id'),
  conversationId: integer('conversation_id').notNull(),
  memberId: integer('member_id').notNull(),
  runKey: text('run_key').notNull(),
  stepsJson: text('steps_json').notNull(),
  at: integer('at').notNull(),
})
