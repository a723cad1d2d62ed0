import {
  acceptAttempt,
  countFailedAttempts,
  failAttempt,
  failMessage,
  hangUpAttempt,
  latestAttempt,
  leaveUnconfirmed,
  putBackAttempt,
  startAttempt,
} from '#app/domain/conversations/attempts.server.ts'
import { keepAddress } from '#app/domain/contacts/identities.server.ts'
import { findMessage } from '#app/domain/conversations/message-rows.server.ts'
import type { MessageRow } from '#app/domain/conversations/message-rows.server.ts'
import { findConversation } from '#app/domain/conversations/open-conversation.server.ts'
import { findSuperseded } from '#app/domain/conversations/recheck-answer.server.ts'
import { setReachable } from '#app/domain/conversations/receive-notice.server.ts'
import { mustWaitItsTurn, wakeNext } from '#app/domain/conversations/send-order.server.ts'
import { channelRules } from '#app/domain/endpoints/channel-kinds.ts'
import { setEndpointStatus } from '#app/domain/endpoints/connections.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import type { JobPayload } from '#app/jobs/registry.ts'
import { backoffMs } from '#app/jobs/run-job.server.ts'
import type { JobOutcome } from '#app/jobs/run-job.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { SendResult } from './channel.ts'
import type { ChannelDeps } from './channel-deps.ts'
import { connect } from './connect.server.ts'
import type { Connection } from './connect.server.ts'
import { toOutbound } from './outbound.server.ts'

/** A held outbox is released by the reconnect; this only heals a lost wake-up. */
const HELD_RECHECK_MS = 10 * 60_000
const TURN_RECHECK_MS = 1_000
/** Failures that may pass are tried so often; waiting for a rate limit is free. */
const FAILURES_MAX = 5
const RATE_WAIT_MS = 5_000

type Attempt = { messageId: number; number: number }

/**
 * Job message.send: at most one delivery. What is about to be sent is committed first, so a
 * send that is cut off is known as such and never repeated by itself.
 */
export async function sendQueued(
  db: TenantDb,
  { messageId }: JobPayload<'message.send'>,
  deps: ChannelDeps,
): Promise<JobOutcome> {
  const message = findMessage(db, messageId)
  if (!message || message.direction !== 'outbound') return undefined
  // This job ran before and was cut off after the message may have left.
  if (message.status === 'sending') return hangUp(db, message, 'interrupted')
  if (message.status !== 'queued') return undefined
  const heldMs = (message.heldUntil ?? 0) - Date.now()
  if (heldMs > 0) return { retryAfterMs: heldMs }
  const connection = connect(db, message.endpointId)
  if (!connection) return giveUp(db, message, 'endpoint_removed', 'The channel was removed.')
  if (connection.row.status !== 'active') return { retryAfterMs: HELD_RECHECK_MS }
  if (mustWaitItsTurn(db, message)) return { retryAfterMs: TURN_RECHECK_MS }
  if (dropSuperseded(db, message, deps)) return undefined
  return sendNow(db, message, connection, deps)
}

/** Job message.settle: no status told us that it arrived, so a person decides. */
export function settleInterrupted(
  db: TenantDb,
  { messageId, attempt }: JobPayload<'message.settle'>,
): void {
  leaveUnconfirmed(db, { messageId, number: attempt })
}

async function sendNow(
  db: TenantDb,
  message: MessageRow,
  connection: Connection,
  deps: ChannelDeps,
): Promise<JobOutcome> {
  const outbound = toOutbound(db, message)
  if (!outbound) return undefined
  const number = startAttempt(db, message.id)
  if (number === undefined) return undefined
  const attempt = { messageId: message.id, number }
  const result = await connection.channel.send(outbound, connection.endpoint, deps.env)
  return inTransaction(db, () => settle(db, message, attempt, result))
}

function settle(
  db: TenantDb,
  message: MessageRow,
  attempt: Attempt,
  result: SendResult,
): JobOutcome {
  if (result.kind === 'unknown') return hangUp(db, message, result.reason)
  if (result.kind === 'failed') return settleFailure(db, message, attempt, result)
  acceptAttempt(db, { ...attempt, providerId: result.providerId, at: result.at })
  const conversation = findConversation(db, message.conversationId)
  if (conversation && result.address) {
    keepAddress(db, conversation.channel, conversation.contactId, result.address)
  }
  wakeNext(db, message)
  return undefined
}

function settleFailure(
  db: TenantDb,
  message: MessageRow,
  attempt: Attempt,
  result: Extract<SendResult, { kind: 'failed' }>,
): JobOutcome {
  const { code, reason } = result
  if (result.flagsEndpoint) {
    setEndpointStatus(db, message.endpointId, 'needs_reconnect', reason)
    putBackAttempt(db, attempt, { code, reason, isFree: true })
    return { retryAfterMs: HELD_RECHECK_MS, error: code }
  }
  if (result.isRateLimit) {
    putBackAttempt(db, attempt, { code, reason, isFree: true })
    return { retryAfterMs: result.retryAfterMs ?? RATE_WAIT_MS, error: code }
  }
  const failures = countFailedAttempts(db, message.id) + 1
  if (result.retry === 'later' && failures < FAILURES_MAX) {
    putBackAttempt(db, attempt, { code, reason, isFree: false })
    return { retryAfterMs: result.retryAfterMs ?? backoffMs(failures), error: code }
  }
  failAttempt(db, attempt, { code, reason })
  if (result.isUnreachable) noteUnreachable(db, message)
  wakeNext(db, message)
  return undefined
}

/** The message may have arrived: wait for a status that names it, where the vendor sends one. */
function hangUp(db: TenantDb, message: MessageRow, reason: string): undefined {
  const attempt = latestAttempt(db, message.id)
  const conversation = findConversation(db, message.conversationId)
  if (!attempt || !conversation) return undefined
  const at = { messageId: message.id, number: attempt.number }
  const { settleWaitMs } = channelRules[conversation.channel as keyof typeof channelRules]
  inTransaction(db, () => {
    hangUpAttempt(db, at, reason)
    if (settleWaitMs === 0) leaveUnconfirmed(db, at)
    else {
      const payload = { messageId: message.id, attempt: attempt.number }
      const key = `${message.id}:${attempt.number}`
      enqueue(db, 'message.settle', payload, { key, runAt: attempt.startedAt + settleWaitMs })
    }
    wakeNext(db, message)
  })
  return undefined
}

/** What the AI wrote is dropped when it no longer fits; an edited question gets a new answer. */
function dropSuperseded(db: TenantDb, message: MessageRow, deps: ChannelDeps): boolean {
  const superseded = findSuperseded(db, message)
  if (!superseded) return false
  inTransaction(db, () => {
    failMessage(db, message.id, superseded)
    const conversation = findConversation(db, message.conversationId)
    if (superseded.isQuestionEdited && conversation?.lastInboundId) {
      deps.afterReceive(db, {
        ...{ conversationId: conversation.id, contactId: conversation.contactId },
        ...{ messageId: conversation.lastInboundId, isNew: false },
      })
    }
    wakeNext(db, message)
  })
  return true
}

function giveUp(db: TenantDb, message: MessageRow, code: string, reason: string): undefined {
  failMessage(db, message.id, { code, reason })
  wakeNext(db, message)
}

function noteUnreachable(db: TenantDb, message: MessageRow): void {
  const conversation = findConversation(db, message.conversationId)
  if (conversation) setReachable(db, conversation.contactId, Date.now())
}
