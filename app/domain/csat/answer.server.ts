import { and, eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { csatSurveys } from './schema.server.ts'
import { hashSurveyToken } from './tokens.server.ts'

const OPEN_FOR_MS = 30 * 24 * 3_600_000
export const COMMENT_MAX = 2_000

export type SurveyState = 'open' | 'answered'
export type AnswerResult = { ok: true } | { ok: false; reason: 'link_dead' | 'already_answered' }

/**
 * What the link of a survey leads to. One that never was, one that expired and one whose
 * conversation is gone look the same from outside.
 */
export function findSurveyState(
  db: TenantDb,
  token: string,
  now = Date.now(),
): SurveyState | undefined {
  const survey = findByToken(db, token)
  if (!survey) return undefined
  if (survey.state === 'answered') return 'answered'
  return isOpen(survey, now) ? 'open' : undefined
}

/** Keeps a customer's rating, the first one that comes. */
export function answerSurvey(
  db: TenantDb,
  token: string,
  answer: { rating: number; comment: string; now?: number },
): AnswerResult {
  const { rating, comment, now = Date.now() } = answer
  return inTransaction(db, () => {
    const survey = findByToken(db, token)
    if (survey?.state === 'answered') return { ok: false, reason: 'already_answered' }
    if (!survey || !isOpen(survey, now)) return { ok: false, reason: 'link_dead' }
    db.update(csatSurveys)
      .set({ state: 'answered', rating, comment: comment.trim(), answeredAt: now })
      .where(and(eq(csatSurveys.id, survey.id), eq(csatSurveys.state, 'sent')))
      .run()
    const { conversationId } = survey
    // The comment stays with the survey alone, so that erasing it there erases it.
    const data = { surveyId: survey.id, rating }
    recordEvent(db, conversationId, { kind: 'csat_answered', actor: { kind: 'contact' }, data })
    recordChange(db, 'conversation.changed', { conversationId })
    return { ok: true }
  })
}

function findByToken(db: TenantDb, token: string) {
  const hash = hashSurveyToken(token)
  if (!hash) return undefined
  return db.select().from(csatSurveys).where(eq(csatSurveys.tokenHash, hash)).get()
}

function isOpen({ state, sentAt }: typeof csatSurveys.$inferSelect, now: number): boolean {
  return state === 'sent' && sentAt !== null && now < sentAt + OPEN_FOR_MS
}
