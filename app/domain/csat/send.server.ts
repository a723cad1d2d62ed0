import { and, eq, gt, inArray, ne } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { mayReceiveAutomatic } from '#app/domain/contacts/consent.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import {
  findConversation,
  findOpenConversation,
} from '#app/domain/conversations/open-conversation.server.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { asksOn } from './plan.server.ts'
import { csatSurveys } from './schema.server.ts'
import { makeSurveyToken } from './tokens.server.ts'

/** A person is asked at most this often, whatever they write about. */
const ASKED_AGAIN_AFTER_MS = 7 * 24 * 3_600_000

type Survey = typeof csatSurveys.$inferSelect

export type SurveyWords = {
  /** the address of a survey's page, from the secret of its link */
  toLink: (token: string) => string
  /** our own question, for companies without one of theirs */
  toQuestion: (language: 'en' | 'sw', company: string) => string
}

/**
 * Job csat.send: asks the customer how it was, through the normal outbox, or notes why not. Job
 * and survey are one: it is asked at most once for a closing.
 */
export function sendSurvey(
  db: TenantDb,
  surveyId: number,
  words: SurveyWords & { now?: number },
): void {
  const { now = Date.now() } = words
  inTransaction(db, () => {
    const survey = db.select().from(csatSurveys).where(eq(csatSurveys.id, surveyId)).get()
    if (survey?.state !== 'planned') return
    const obstacle = findObstacle(db, survey, now)
    if (obstacle) return skip(db, surveyId, obstacle)
    const { token, hash } = makeSurveyToken()
    const text = `${toQuestion(db, survey, words)}\n${words.toLink(token)}`
    const queued = queueMessage(db, {
      ...{ conversationId: survey.conversationId, text, author: { kind: 'system' }, now },
      ...{ isAfterClosing: true, idempotencyKey: `csat:${surveyId}` },
    })
    if (!queued.ok) return skip(db, surveyId, queued.reason)
    db.update(csatSurveys)
      .set({ state: 'sent', tokenHash: hash, sentAt: now })
      .where(eq(csatSurveys.id, surveyId))
      .run()
    recordEvent(db, survey.conversationId, { kind: 'csat_sent', actor: { kind: 'system' } })
  })
}

/** What makes asking wrong now, as a code that stays with the survey. */
function findObstacle(db: TenantDb, survey: Survey, now: number): string | undefined {
  const { csatEnabled, csatChannels } = getCompany(db)
  if (csatEnabled === 0 || !asksOn(csatChannels, survey.channel)) return 'turned_off'
  const conversation = findConversation(db, survey.conversationId)
  if (conversation?.status !== 'closed' || conversation.closedAt !== survey.closedAt)
    return 'reopened'
  if (findOpenConversation(db, conversation.contactId, conversation.endpointId))
    return 'talking_again'
  const asked = { contactId: conversation.contactId, channel: survey.channel }
  if (!mayReceiveAutomatic(db, { ...asked, category: 'utility' })) return 'not_wanted'
  return wasAskedLately(db, survey, now) ? 'asked_lately' : undefined
}

function wasAskedLately(db: TenantDb, survey: Survey, now: number): boolean {
  const row = db
    .select({ id: csatSurveys.id })
    .from(csatSurveys)
    .where(
      and(
        eq(csatSurveys.contactId, survey.contactId),
        ne(csatSurveys.id, survey.id),
        inArray(csatSurveys.state, ['sent', 'answered']),
        gt(csatSurveys.sentAt, now - ASKED_AGAIN_AFTER_MS),
      ),
    )
    .get()
  return row !== undefined
}

function skip(db: TenantDb, surveyId: number, reason: string): void {
  db.update(csatSurveys)
    .set({ state: 'skipped', skipReason: reason })
    .where(eq(csatSurveys.id, surveyId))
    .run()
}

/** In the customer's language as far as we speak it, else in the company's. */
function toQuestion(db: TenantDb, survey: Survey, words: SurveyWords): string {
  const company = getCompany(db)
  const contact = db
    .select({ language: contacts.language })
    .from(contacts)
    .where(eq(contacts.id, survey.contactId))
    .get()
  const language = toSpoken(contact?.language ?? company.language)
  const own = language === 'sw' ? company.csatQuestionSw : company.csatQuestionEn
  return own.trim() || words.toQuestion(language, company.name)
}

/** Sheng is spoken by people who read Swahili. */
function toSpoken(language: string): 'en' | 'sw' {
  return ['sw', 'sheng'].some((name) => language.startsWith(name)) ? 'sw' : 'en'
}
