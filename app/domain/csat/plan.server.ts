import { and, eq } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import type { ConversationRow } from '#app/domain/conversations/open-conversation.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { csatSurveys } from './schema.server.ts'

const MINUTE_MS = 60_000

/**
 * A conversation was closed: its customer will be asked how it was, if the company asks on this
 * channel. In the caller's transaction, once per closing. Who fell silent is not asked.
 */
export function planSurvey(
  db: TenantDb,
  conversation: Pick<ConversationRow, 'id' | 'contactId' | 'channel' | 'assignedTo'>,
  closing: { outcome: string; closedAt: number },
): void {
  const { csatEnabled, csatChannels, csatDelayMinutes } = getCompany(db)
  const { id: conversationId, contactId, channel, assignedTo: memberId } = conversation
  if (csatEnabled === 0 || closing.outcome === 'abandoned') return
  if (!asksOn(csatChannels, channel)) return
  const { closedAt } = closing
  const survey = db
    .insert(csatSurveys)
    .values({ conversationId, contactId, channel, memberId, closedAt })
    .onConflictDoNothing()
    .returning({ id: csatSurveys.id })
    .get()
  if (!survey) return
  const runAt = closedAt + csatDelayMinutes * MINUTE_MS
  enqueue(db, 'csat.send', { surveyId: survey.id }, { key: String(survey.id), runAt })
}

/** The conversation goes on: who was not asked yet is not asked. */
export function dropPlannedSurvey(db: TenantDb, conversationId: number): void {
  db.update(csatSurveys)
    .set({ state: 'skipped', skipReason: 'reopened' })
    .where(and(eq(csatSurveys.conversationId, conversationId), eq(csatSurveys.state, 'planned')))
    .run()
}

/** @param channels as the company's column holds them; empty is all */
export function asksOn(channels: string, channel: string): boolean {
  return channels === '' || channels.split(',').includes(channel)
}
