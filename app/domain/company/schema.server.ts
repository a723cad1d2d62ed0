import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const company = sqliteTable('company', {
  id: integer('id').primaryKey(),
  name: text('name').notNull(),
  industry: text('industry').notNull(),
  /** null: the standard ones */
  industryTextsJson: text('industry_texts_json'),
  description: text('description').notNull().default(''),
  phone: text('phone'),
  email: text('email'),
  website: text('website'),
  address: text('address'),
  timeZone: text('time_zone').notNull().default('Africa/Nairobi'),
  currency: text('currency').notNull().default('KES'),
  language: text('language').notNull().default('en'),
  logoFileId: integer('logo_file_id'),
  accentColor: text('accent_color').notNull().default('#0f766e'),
  hoursJson: text('hours_json').notNull().default('{}'),
  aiEnabled: integer('ai_enabled').notNull().default(1),
  aiThreshold: real('ai_threshold').notNull().default(0.6),
  aiMonthlyBudgetCents: integer('ai_monthly_budget_cents'),
  /** minutes after which it comes back where no person answered; null never */
  aiReturnMinutes: integer('ai_return_minutes'),
  aiAgentName: text('ai_agent_name').notNull().default(''),
  aiTone: text('ai_tone').notNull().default('friendly'),
  aiInstructions: text('ai_instructions').notNull().default(''),
  /** how it speaks beyond name and tone; see domain/voice */
  aiVoiceJson: text('ai_voice_json'),
  /** what guidelines and samples say; see domain/training */
  aiTeachingJson: text('ai_teaching_json'),
  /** which tools it may call; see domain/tools */
  aiToolsJson: text('ai_tools_json'),
  agentsSeeEarlier: integer('agents_see_earlier').notNull().default(0),
  agentsSeeUnassigned: integer('agents_see_unassigned').notNull().default(0),
  assignmentStrategy: text('assignment_strategy', {
    enum: ['manual', 'round_robin', 'workload', 'expertise'],
  })
    .notNull()
    .default('manual'),
  queueWhen: text('queue_when', { enum: ['always', 'needs_person'] })
    .notNull()
    .default('needs_person'),
  defaultCapacity: integer('default_capacity').notNull().default(20),
  autoAwayMinutes: integer('auto_away_minutes').notNull().default(15),
  directTransfer: integer('direct_transfer').notNull().default(0),
  outOfHoursMessage: text('out_of_hours_message').notNull().default(''),
  outOfHoursWithAi: integer('out_of_hours_with_ai').notNull().default(0),
  reopenHours: integer('reopen_hours').notNull().default(0),
  closeRequires: text('close_requires').notNull().default('won_amount'),
  csatEnabled: integer('csat_enabled').notNull().default(0),
  csatChannels: text('csat_channels').notNull().default(''),
  csatDelayMinutes: integer('csat_delay_minutes').notNull().default(5),
  csatQuestionEn: text('csat_question_en').notNull().default(''),
  csatQuestionSw: text('csat_question_sw').notNull().default(''),
  slaEnabled: integer('sla_enabled').notNull().default(0),
  slaAiReplies: integer('sla_ai_replies').notNull().default(1),
  idleCloseHours: integer('idle_close_hours'),
  linkPreviews: integer('link_previews').notNull().default(1),
  supportMayChange: integer('support_may_change').notNull().default(0),
  ownerVerifiedAt: integer('owner_verified_at'),
  showsRank: integer('shows_rank').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const holidays = sqliteTable('holidays', {
  day: text('day').primaryKey(),
  name: text('name').notNull(),
})
