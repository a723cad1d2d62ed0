import { eq } from 'drizzle-orm'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { moveForward } from './delivery-state.server.ts'
import { parkStatus } from './early-statuses.server.ts'
import type { StatusEvent } from './inbound.ts'
import { findMessage, findMessageByProviderId } from './message-rows.server.ts'
import type { MessageRow } from './message-rows.server.ts'
import { messageAttempts, messages } from './schema.server.ts'

/**
 * Applies a vendor's word about an outgoing message. One that came before its message is known
 * is parked and applied when the vendor's answer brings the id.
 *
 * @returns what became of it
 */
export function applyStatus(
  db: TenantDb,
  endpointId: number,
  event: StatusEvent,
): 'applied' | 'stale' | 'parked' {
  return inTransaction(db, () => {
    const message =
      findMessageByProviderId(db, endpointId, event.providerId) ??
      adoptByOwnId(db, endpointId, event)
    if (message === 'earlier_attempt') return 'stale'
    if (!message) {
      parkStatus(db, endpointId, event)
      return 'parked'
    }
    return moveForward(db, message, event) ? 'applied' : 'stale'
  })
}

/**
 * The vendor echoes our message id: a send whose answer never came is settled by that. A word
 * about an attempt before the current one changes the message only for the better.
 */
function adoptByOwnId(
  db: TenantDb,
  endpointId: number,
  event: StatusEvent,
): MessageRow | 'earlier_attempt' | undefined {
  if (event.messageId === undefined) return undefined
  const message = findMessage(db, event.messageId)
  if (message?.endpointId !== endpointId || message.direction !== 'outbound') return undefined
  const attempt = attemptOf(db, message, event.providerId)
  if (!attempt) return undefined
  if (attempt.providerId === null) keepProviderId(db, attempt.id, event)
  if (!attempt.isLatest && event.status === 'failed') return 'earlier_attempt'
  if (message.providerId === null) {
    const { providerId } = event
    db.update(messages).set({ providerId }).where(eq(messages.id, message.id)).run()
  }
  return message
}

/** The attempt a provider id belongs to: named by it, or the newest one still without a name. */
function attemptOf(db: TenantDb, message: MessageRow, providerId: string) {
  const all = db
    .select()
    .from(messageAttempts)
    .where(eq(messageAttempts.messageId, message.id))
    .orderBy(messageAttempts.number)
    .all()
  const named = all.find((one) => one.providerId === providerId)
  const open = all.findLast((one) => one.providerId === null && one.state !== 'failed')
  const found = named ?? open
  return found && { ...found, isLatest: found === all.at(-1) }
}

function keepProviderId(db: TenantDb, attemptId: number, event: StatusEvent): void {
  db.update(messageAttempts)
    .set({ providerId: event.providerId, state: 'accepted', endedAt: Date.now() })
    .where(eq(messageAttempts.id, attemptId))
    .run()
}
