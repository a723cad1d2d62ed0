import { eq } from 'drizzle-orm'
import { requestAnswer } from '#app/domain/answers/request.server.ts'
import { leaveQueue } from '#app/domain/assignment/queue.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { assign } from './assign.server.ts'
import { recordEvent } from './events.server.ts'
import { findReachable } from './reach.server.ts'
import { conversations } from './schema.server.ts'

export type TakeOverResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'conversation_closed' }

/**
 * A person answers from here on: the AI stays silent until it is given back. What nobody had
 * becomes theirs, or the queue would still offer it to others.
 */
export function takeOver(db: TenantDb, actor: Actor, conversationId: number): TakeOverResult {
  return inTransaction(db, () => {
    const conversation = findReachable(db, actor, conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    if (conversation.status === 'closed') return { ok: false, reason: 'conversation_closed' }
    const { aiState, needsPersonAt, assignedTo, status } = conversation
    if (aiState === 'on' || needsPersonAt !== null) {
      db.update(conversations)
        .set({
          ...{ aiState: aiState === 'off' ? 'off' : 'paused', updatedAt: Date.now() },
          ...{ needsPersonAt: null, needsPersonReason: null },
          status: status === 'new' ? 'in_progress' : status,
        })
        .where(eq(conversations.id, conversationId))
        .run()
      trace(db, actor, conversationId, 'taken_over')
    }
    if (assignedTo === null) assign(db, actor, { conversationId, memberId: actor.id })
    return { ok: true }
  })
}

/** The AI answers again, beginning with what the customer is still waiting for. */
export function giveBack(db: TenantDb, actor: Actor, conversationId: number): TakeOverResult {
  return inTransaction(db, () => {
    const conversation = findReachable(db, actor, conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    if (conversation.status === 'closed') return { ok: false, reason: 'conversation_closed' }
    if (conversation.aiState === 'on' && conversation.needsPersonAt === null) return { ok: true }
    db.update(conversations)
      .set({
        ...{ aiState: 'on', updatedAt: Date.now() },
        ...{ needsPersonAt: null, needsPersonReason: null },
      })
      .where(eq(conversations.id, conversationId))
      .run()
    trace(db, actor, conversationId, 'given_back')
    const { aiEnabled, queueWhen } = getCompany(db)
    if (aiEnabled && queueWhen === 'needs_person') leaveQueue(db, conversationId)
    const { lastInboundId: messageId } = conversation
    // The turn itself sees whether anything is unanswered; a message asked about before needs a new name.
    if (messageId !== null) {
      const round = `back-${Date.now()}`
      requestAnswer(db, { conversationId, messageId, debounceMs: 0, round })
    }
    return { ok: true }
  })
}

function trace(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
  kind: 'taken_over' | 'given_back',
): void {
  recordEvent(db, conversationId, { kind, actor: { kind: 'member', memberId: actor.id } })
  recordChange(db, 'conversation.changed', { conversationId })
}
