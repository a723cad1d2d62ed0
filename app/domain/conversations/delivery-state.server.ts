import { and, eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { tellSender } from '#app/domain/notifications/message-failed.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { StatusEvent } from './inbound.ts'
import type { MessageRow } from './message-rows.server.ts'
import { messageAttempts, messages } from './schema.server.ts'

type Known = Pick<MessageRow, 'id' | 'conversationId' | 'status' | 'playedAt' | 'providerAt'>

/** Delivery only moves forward; `failed` counts only while it has not been delivered. */
const RANK: Record<MessageRow['status'], number> = {
  received: 9,
  ...{ queued: 0, sending: 1, unconfirmed: 1, sent: 2, failed: 2, delivered: 3, read: 4 },
}

/** Moves a message to what the vendor says of it. @returns false when it was further already */
export function moveForward(db: TenantDb, message: Known, event: StatusEvent): boolean {
  const change = event.status === 'failed' ? toFailure(message, event) : toProgress(message, event)
  if (!change) return false
  db.update(messages).set(change).where(eq(messages.id, message.id)).run()
  if (event.status === 'failed') endAttemptAsFailed(db, event)
  recordChange(db, 'message.changed', {
    conversationId: message.conversationId,
    data: { messageId: message.id, status: change.status ?? message.status },
  })
  if (event.status === 'failed') tellSender(db, message.id)
  return true
}

function toProgress(message: Known, event: StatusEvent): Partial<MessageRow> | undefined {
  const status = event.status === 'played' ? 'read' : (event.status as 'sent')
  const isNews = RANK[status] > RANK[message.status]
  const isFirstPlay = event.status === 'played' && message.playedAt === null
  if (!isNews && !isFirstPlay) return undefined
  return {
    ...(isNews && { status, failureCode: null, failureReason: null }),
    ...(isFirstPlay && { playedAt: event.at }),
    providerAt: message.providerAt ?? event.at,
  }
}

function toFailure(message: Known, event: StatusEvent): Partial<MessageRow> | undefined {
  if (RANK[message.status] >= RANK.delivered || message.status === 'failed') return undefined
  return {
    status: 'failed',
    failureCode: event.failure?.code ?? 'unknown',
    failureReason: event.failure?.reason ?? 'The vendor gave no reason.',
  }
}

function endAttemptAsFailed(db: TenantDb, event: StatusEvent): void {
  db.update(messageAttempts)
    .set({
      state: 'failed',
      errorCode: event.failure?.code ?? 'unknown',
      errorReason: event.failure?.reason ?? null,
    })
    .where(
      and(eq(messageAttempts.providerId, event.providerId), eq(messageAttempts.state, 'accepted')),
    )
    .run()
}
