import { and, count, desc, eq, isNull } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { tellSender } from '#app/domain/notifications/message-failed.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { applyEarlyStatuses } from './early-statuses.server.ts'
import { findMessage } from './message-rows.server.ts'
import type { MessageRow } from './message-rows.server.ts'
import { messageAttempts, messages } from './schema.server.ts'

export type AttemptRow = typeof messageAttempts.$inferSelect
export type Failure = { code: string; reason: string }

/**
 * Commits, before anything is sent, that a send begins: whatever happens afterwards, the file
 * knows that the message may have left.
 *
 * @returns the attempt's number, or undefined when the message is not waiting to be sent
 */
export function startAttempt(db: TenantDb, messageId: number): number | undefined {
  return inTransaction(db, () => {
    const taken = db
      .update(messages)
      .set({ status: 'sending' })
      .where(and(eq(messages.id, messageId), eq(messages.status, 'queued')))
      .run()
    if (taken.changes === 0) return undefined
    const number = (latestAttempt(db, messageId)?.number ?? 0) + 1
    db.insert(messageAttempts)
      .values({ messageId, number, state: 'sending', startedAt: Date.now() })
      .run()
    noteChanged(db, messageId)
    return number
  })
}

export function latestAttempt(db: TenantDb, messageId: number): AttemptRow | undefined {
  return db
    .select()
    .from(messageAttempts)
    .where(eq(messageAttempts.messageId, messageId))
    .orderBy(desc(messageAttempts.number))
    .limit(1)
    .get()
}

/** How many attempts ended in a failure. */
export function countFailedAttempts(db: TenantDb, messageId: number): number {
  return (
    db
      .select({ total: count() })
      .from(messageAttempts)
      .where(and(eq(messageAttempts.messageId, messageId), eq(messageAttempts.state, 'failed')))
      .get()?.total ?? 0
  )
}

/** The vendor took the message. Statuses that overtook its answer are applied now. */
export function acceptAttempt(
  db: TenantDb,
  attempt: { messageId: number; number: number; providerId: string; at?: number },
): void {
  const { messageId, number, providerId } = attempt
  endAttempt(db, attempt, { state: 'accepted', providerId })
  const message = findMessage(db, messageId)
  if (!message || !isCurrent(db, messageId, number)) return
  const isOtherFailure = message.status === 'failed' && message.providerId !== providerId
  const isBehind = isOtherFailure || ['sending', 'unconfirmed', 'queued'].includes(message.status)
  db.update(messages)
    .set({
      providerId,
      providerAt: message.providerAt ?? attempt.at ?? null,
      ...(isBehind && { status: 'sent' as const, failureCode: null, failureReason: null }),
    })
    .where(eq(messages.id, messageId))
    .run()
  noteChanged(db, messageId)
  applyEarlyStatuses(db, { id: messageId, endpointId: message.endpointId, providerId })
}

/** The vendor refused it; the attempt is over and so is the message until somebody retries. */
export function failAttempt(
  db: TenantDb,
  attempt: { messageId: number; number: number },
  failure: Failure,
): void {
  endAttempt(db, attempt, { state: 'failed', errorCode: failure.code, errorReason: failure.reason })
  if (isCurrent(db, attempt.messageId, attempt.number)) {
    failMessage(db, attempt.messageId, failure)
  }
}

/** Ends a message without an attempt: it was not worth or not allowed to be sent. */
export function failMessage(db: TenantDb, messageId: number, failure: Failure): void {
  setStatus(db, messageId, 'failed', failure)
}

/** The vendor surely did not take it and it goes out later: the message waits again. */
export function putBackAttempt(
  db: TenantDb,
  attempt: { messageId: number; number: number },
  failure: Failure & { isFree: boolean },
): void {
  if (failure.isFree) {
    db.delete(messageAttempts).where(isAttempt(attempt)).run()
  } else {
    const { code, reason } = failure
    endAttempt(db, attempt, { state: 'failed', errorCode: code, errorReason: reason })
  }
  setStatus(db, attempt.messageId, 'queued')
}

/** No answer came: the attempt stays open for a late status, but nobody is waiting on the line. */
export function hangUpAttempt(
  db: TenantDb,
  attempt: { messageId: number; number: number },
  reason: string,
): void {
  db.update(messageAttempts)
    .set({ endedAt: Date.now(), errorReason: reason })
    .where(and(isAttempt(attempt), isNull(messageAttempts.endedAt)))
    .run()
}

/** Nothing was heard of it: it may or may not have arrived. @returns false when it was heard of */
export function leaveUnconfirmed(
  db: TenantDb,
  attempt: { messageId: number; number: number },
): boolean {
  const message = findMessage(db, attempt.messageId)
  if (message?.status !== 'sending' || !isCurrent(db, attempt.messageId, attempt.number)) {
    return false
  }
  endAttempt(db, attempt, { state: 'unconfirmed' })
  setStatus(db, attempt.messageId, 'unconfirmed', {
    code: 'unconfirmed',
    reason: 'The connection broke before the vendor answered: it may not have arrived.',
  })
  return true
}

function endAttempt(
  db: TenantDb,
  attempt: { messageId: number; number: number },
  end: Partial<AttemptRow>,
): void {
  db.update(messageAttempts)
    .set({ endedAt: Date.now(), ...end })
    .where(isAttempt(attempt))
    .run()
}

function isAttempt({ messageId, number }: { messageId: number; number: number }) {
  return and(eq(messageAttempts.messageId, messageId), eq(messageAttempts.number, number))
}

function isCurrent(db: TenantDb, messageId: number, number: number): boolean {
  return latestAttempt(db, messageId)?.number === number
}

function setStatus(
  db: TenantDb,
  messageId: number,
  status: MessageRow['status'],
  failure?: Failure,
): void {
  db.update(messages)
    .set({ status, failureCode: failure?.code ?? null, failureReason: failure?.reason ?? null })
    .where(eq(messages.id, messageId))
    .run()
  noteChanged(db, messageId)
  if (failure) tellSender(db, messageId)
}

function noteChanged(db: TenantDb, messageId: number): void {
  const message = findMessage(db, messageId)
  if (!message) return
  const { conversationId, status } = message
  recordChange(db, 'message.changed', { conversationId, data: { messageId, status } })
}
