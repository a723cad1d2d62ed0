import { and, eq } from 'drizzle-orm'
import { noteHandOver } from '#app/domain/assignment/arrival.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { noteHandedOver } from '#app/domain/sla/clocks.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { comeBackLater } from './come-back.server.ts'

/** Why a person is needed; shown to staff in words. */
export type HandOverReason =
  | 'customer_asked'
  | 'angry'
  | 'misunderstood'
  | 'vip'
  | 'low_confidence'
  | 'assistant_asked'
  | 'unsourced_claim'
  | 'voice_message'
  | 'wordless_message'
  | 'unsupported_message'
  | 'order'
  | 'budget_used_up'
  | 'plan_used_up'
  | 'no_answer'

export type HandOver = {
  reason: HandOverReason
  /** what the customer is told; left out, they are told nothing */
  text?: string
  answerId?: number
  /** the assistant's own words on why, for staff */
  details?: string | null
  now?: number
}

export type HandOverResult =
  | { ok: true; messageId: number | undefined }
  | { ok: false; reason: 'not_found' | 'already_handed_over' }

/**
 * Gives a conversation to people: the assistant falls silent until it is given back, staff see
 * that someone is needed, and the customer is told once. What cannot be sent (the reply window
 * is closed, the endpoint is off) does not hold the hand-over up.
 */
export function handOver(db: TenantDb, conversationId: number, order: HandOver): HandOverResult {
  const { reason, text, answerId, details, now = Date.now() } = order
  return inTransaction(db, (tx) => {
    const known = tx
      .select({
        aiState: conversations.aiState,
        unansweredSince: conversations.unansweredSince,
      })
      .from(conversations)
      .where(eq(conversations.id, conversationId))
      .get()
    if (!known) return { ok: false, reason: 'not_found' }
    if (known.aiState !== 'on') return { ok: false, reason: 'already_handed_over' }
    const author = { kind: 'ai' as const, answerId: answerId ?? null }
    const told = text ? queueMessage(tx, { conversationId, author, text, now }) : undefined
    tx.update(conversations)
      .set({
        ...{ aiState: 'paused', needsPersonAt: now, needsPersonReason: reason, updatedAt: now },
        // Being told to wait is no answer.
        unansweredSince: known.unansweredSince,
      })
      .where(and(eq(conversations.id, conversationId)))
      .run()
    const data = { reason, details: details ?? null, isTold: told?.ok ?? false }
    recordEvent(tx, conversationId, { kind: 'handed_over', actor: { kind: 'ai' }, data })
    recordChange(tx, 'conversation.changed', { conversationId })
    noteHandedOver(tx, conversationId, now)
    noteHandOver(tx, conversationId, now)
    comeBackLater(tx, { conversationId, reason, since: now })
    return { ok: true, messageId: told?.ok ? told.messageId : undefined }
  })
}
