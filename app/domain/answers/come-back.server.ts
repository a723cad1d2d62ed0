import { eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { HandOverReason } from './hand-over.server.ts'

const MINUTE_MS = 60_000
/** It could not answer now either. */
const STAYS_AWAY: ReadonlySet<HandOverReason> = new Set(['budget_used_up', 'plan_used_up'] as const)

/** Has the assistant look in again where the company wants that, in the caller's transaction. */
export function comeBackLater(
  db: TenantDb,
  call: { conversationId: number; reason: HandOverReason; since: number },
): void {
  const { conversationId, reason, since } = call
  const minutes = getCompany(db).aiReturnMinutes
  if (minutes === null || STAYS_AWAY.has(reason)) return
  const key = `${conversationId}:${since}`
  const runAt = since + minutes * MINUTE_MS
  enqueue(db, 'ai.return', { conversationId, since }, { key, runAt })
}

/**
 * The assistant answers again what the customer writes from now on, and says so. A person is
 * still needed: the call for one stays, and what led to it is not answered by a machine.
 */
export function comeBack(
  db: TenantDb,
  { conversationId, text, now }: { conversationId: number; text: string; now: number },
): void {
  inTransaction(db, () => {
    const { unansweredSince } = db
      .select({ unansweredSince: conversations.unansweredSince })
      .from(conversations)
      .where(eq(conversations.id, conversationId))
      .get() ?? { unansweredSince: null }
    queueMessage(db, { conversationId, author: { kind: 'ai', answerId: null }, text, now })
    db.update(conversations)
      // Being told to go on waiting is no answer.
      .set({ aiState: 'on', unansweredSince, updatedAt: now })
      .where(eq(conversations.id, conversationId))
      .run()
    recordEvent(db, conversationId, { kind: 'given_back', actor: { kind: 'system' } })
    recordChange(db, 'conversation.changed', { conversationId })
  })
}
