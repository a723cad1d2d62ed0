import { eq } from 'drizzle-orm'
import { drainQueue } from '#app/domain/assignment/queue.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { noteStatus } from '#app/domain/sla/clocks.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { recordEvent } from './events.server.ts'
import { findReachable } from './reach.server.ts'
import { conversations } from './schema.server.ts'
import { wake } from './wake.server.ts'

export type SnoozeResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'conversation_closed' | 'snooze_past' }

/**
 * Puts a conversation aside until a time or, with null, until the customer replies; their reply
 * wakes it in any case. Who waits for a person does not, meanwhile.
 */
export function snoozeConversation(
  db: TenantDb,
  actor: Actor,
  { conversationId, until }: { conversationId: number; until: number | null },
): SnoozeResult {
  return inTransaction(db, () => {
    const conversation = findReachable(db, actor, conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    if (conversation.status === 'closed') return { ok: false, reason: 'conversation_closed' }
    const now = Date.now()
    if (until !== null && until <= now) return { ok: false, reason: 'snooze_past' }
    db.update(conversations)
      .set({
        ...{ status: 'snoozed', snoozedUntil: until, snoozedBy: actor.id, updatedAt: now },
        ...{ needsPersonAt: null, needsPersonReason: null, queuedAt: null },
      })
      .where(eq(conversations.id, conversationId))
      .run()
    if (until !== null) {
      const key = `${conversationId}:${until}:${now}`
      enqueue(db, 'conversation.wake', { conversationId, until }, { key, runAt: until })
    }
    const actorOfEvent = { kind: 'member', memberId: actor.id } as const
    recordEvent(db, conversationId, { kind: 'snoozed', actor: actorOfEvent, data: { until } })
    recordChange(db, 'conversation.changed', { conversationId })
    noteStatus(db, conversationId, now)
    drainQueue(db)
    return { ok: true }
  })
}

/** Brings a snoozed conversation back now. */
export function wakeConversation(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
): { ok: true } | { ok: false; reason: 'not_found' } {
  return inTransaction(db, () => {
    const conversation = findReachable(db, actor, conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    if (conversation.status === 'snoozed') wake(db, conversation, { memberId: actor.id })
    return { ok: true }
  })
}
