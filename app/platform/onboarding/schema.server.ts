import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const onboardingStates = ['scheduled', 'in_progress', 'completed', 'cancelled'] as const
export type OnboardingState = (typeof onboardingStates)[number]

export const onboardingSessions = sqliteTable('onboarding_sessions', {
  id: integer('id').primaryKey(),
  tenantId: text('tenant_id'),
  prospectId: integer('prospect_id'),
  repId: integer('rep_id'),
  name: text('name').notNull(),
  state: text('state', { enum: onboardingStates }).notNull(),
  step: text('step').notNull(),
  answersJson: text('answers_json').notNull().default('{}'),
  scheduledAt: integer('scheduled_at'),
  startedAt: integer('started_at'),
  completedAt: integer('completed_at'),
  cancelledAt: integer('cancelled_at'),
  minutes: integer('minutes').notNull().default(60),
  place: text('place').notNull().default(''),
  sequence: integer('sequence').notNull().default(0),
  clientEmail: text('client_email').notNull().default(''),
  clientLanguage: text('client_language').notNull().default('en'),
  clientZone: text('client_zone').notNull().default('Africa/Nairobi'),
  demoId: text('demo_id'),
  demoKeeps: text('demo_keeps').notNull().default(''),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

export const onboardingSteps = sqliteTable('onboarding_steps', {
  sessionId: integer('session_id').notNull(),
  step: text('step').notNull(),
  openedAt: integer('opened_at').notNull(),
  savedAt: integer('saved_at'),
  isSkipped: integer('is_skipped').notNull().default(0),
})
