import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const aiAnswers = sqliteTable('ai_answers', {
  id: integer('id').primaryKey(),
  conversationId: integer('conversation_id'),
  turnMessageId: integer('turn_message_id'),
  outcome: text('outcome', {
    enum: ['pending', 'sent', 'handed_over', 'suggested', 'dropped', 'failed'],
  }).notNull(),
  outcomeReason: text('outcome_reason'),
  writer: text('writer', { enum: ['model', 'builtin', 'none'] }).notNull(),
  model: text('model'),
  reply: text('reply').notNull().default(''),
  confidence: real('confidence'),
  modelConfidence: real('model_confidence'),
  retrievalScore: real('retrieval_score'),
  threshold: real('threshold'),
  handOver: integer('hand_over').notNull().default(0),
  handOverReason: text('hand_over_reason'),
  inputTokens: integer('input_tokens').notNull().default(0),
  outputTokens: integer('output_tokens').notNull().default(0),
  cachedInputTokens: integer('cached_input_tokens').notNull().default(0),
  costMicros: integer('cost_micros').notNull().default(0),
  latencyMs: integer('latency_ms').notNull().default(0),
  messageId: integer('message_id'),
  error: text('error'),
  requestedByMemberId: integer('requested_by_member_id'),
  createdAt: integer('created_at').notNull(),
  /** a first wording that named what stands nowhere */
  rejectedReply: text('rejected_reply'),
})

/** What an answer names, and where it stands; `source` null when nowhere. */
export const aiAnswerClaims = sqliteTable('ai_answer_claims', {
  answerId: integer('answer_id').notNull(),
  ordinal: integer('ordinal').notNull(),
  kind: text('kind').notNull(),
  text: text('text').notNull(),
  source: text('source', { enum: ['passage', 'company', 'said', 'customer', 'tool'] }),
  passageNumber: integer('passage_number'),
  isRejected: integer('is_rejected').notNull().default(0),
})

/** What was looked up and done while an answer was written. */
export const aiToolCalls = sqliteTable(
  'ai_tool_calls',
  {
    answerId: integer('answer_id').notNull(),
    ordinal: integer('ordinal').notNull(),
    tool: text('tool').notNull(),
    argumentsJson: text('arguments_json').notNull(),
    outcome: text('outcome', {
      enum: ['done', 'refused', 'failed', 'repeated', 'not_done'],
    }).notNull(),
    result: text('result').notNull(),
    /** of what changed something */
    effectKey: text('effect_key'),
    tookMs: integer('took_ms').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.answerId, table.ordinal] })],
)

export const aiAnswerSources = sqliteTable('ai_answer_sources', {
  answerId: integer('answer_id').notNull(),
  number: integer('number').notNull(),
  passageId: integer('passage_id'),
  sourceKind: text('source_kind').notNull(),
  sourceId: integer('source_id').notNull(),
  title: text('title').notNull(),
  text: text('text').notNull(),
  score: real('score'),
  isCited: integer('is_cited').notNull().default(0),
  page: integer('page'),
  url: text('url'),
})

export const aiSpend = sqliteTable('ai_spend', {
  month: text('month').primaryKey(),
  costMicros: integer('cost_micros').notNull().default(0),
  answers: integer('answers').notNull().default(0),
  stoppedAt: integer('stopped_at'),
})
