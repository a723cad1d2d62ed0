import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** When all knowledge was looked at; one row. */
export const knowledgeChecks = sqliteTable('knowledge_checks', {
  id: integer('id').primaryKey(),
  askedAt: integer('asked_at'),
  finishedAt: integer('finished_at'),
})

/** Whether a standard question finds a passage. */
export const knowledgeCoverage = sqliteTable('knowledge_coverage', {
  question: text('question').primaryKey(),
  ordinal: integer('ordinal').notNull(),
  confidence: real('confidence').notNull(),
  sourceKind: text('source_kind', { enum: ['faq', 'document', 'product', 'fact'] }),
  sourceId: integer('source_id'),
  title: text('title'),
})

export const knowledgeConflicts = sqliteTable('knowledge_conflicts', {
  id: integer('id').primaryKey(),
  key: text('key').notNull(),
  kind: text('kind', { enum: ['price', 'time', 'share', 'amount'] }).notNull(),
  leftKind: text('left_kind', { enum: ['faq', 'document', 'product', 'fact'] }).notNull(),
  leftId: integer('left_id').notNull(),
  leftTitle: text('left_title').notNull(),
  leftText: text('left_text').notNull(),
  rightKind: text('right_kind', { enum: ['faq', 'document', 'product', 'fact'] }).notNull(),
  rightId: integer('right_id').notNull(),
  rightTitle: text('right_title').notNull(),
  rightText: text('right_text').notNull(),
  state: text('state', { enum: ['open', 'fine'] })
    .notNull()
    .default('open'),
  settledByMemberId: integer('settled_by_member_id'),
  foundAt: integer('found_at').notNull(),
})

export const closedGaps = sqliteTable('closed_gaps', {
  answerId: integer('answer_id').primaryKey(),
  closedAt: integer('closed_at').notNull(),
})

/** What was asked in the playground and found nothing. */
export const triedGaps = sqliteTable('tried_gaps', {
  id: integer('id').primaryKey(),
  question: text('question').notNull(),
  askedAt: integer('asked_at').notNull(),
})
