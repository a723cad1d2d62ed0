import { and, eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { assign } from '#app/domain/conversations/assign.server.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { findMember, toActor } from '#app/domain/members/find.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { listFileIds } from './schedule.server.ts'
import { scheduledMessages } from './schema.server.ts'
import type { ScheduledContent, ScheduledReason } from './scheduled.ts'

/** After a long standstill a message is not sent at an hour that nobody chose. */
const LATE_MAX_MS = 6 * 3_600_000

type Row = typeof scheduledMessages.$inferSelect

type Sent = { ok: true; messageId: number } | { ok: false; reason: ScheduledReason }

/**
 * Job scheduled.send, in the transaction that ends the job: the message comes into being and the
 * schedule ends as one, so that neither a crash nor a repeated job sends it twice.
 *
 * @param now UTC ms; a message put off meanwhile has a later job of its own
 */
export function sendDue(db: TenantDb, scheduledId: number, now: number = Date.now()): void {
  const row = db
    .select()
    .from(scheduledMessages)
    .where(and(eq(scheduledMessages.id, scheduledId), eq(scheduledMessages.state, 'waiting')))
    .get()
  if (!row || row.sendAt > now) return
  const isTooLate = now - row.sendAt > LATE_MAX_MS
  const sent: Sent = isTooLate ? { ok: false, reason: 'too_late' } : sendScheduled(db, row)
  if (!sent.ok) fail(db, row, sent.reason)
}

/** Sends it for its `memberId`, with everything checked as it is now. In the caller's transaction. */
export function sendScheduled(db: TenantDb, row: Row): Sent {
  const { conversationId, memberId } = row
  const actor = findAuthor(db, memberId)
  if (!actor) return { ok: false, reason: 'author_gone' }
  const conversation = findReachable(db, actor, conversationId)
  if (!conversation) return { ok: false, reason: 'out_of_reach' }
  const content = JSON.parse(row.contentJson) as ScheduledContent
  const queued = queueMessage(db, {
    ...{ ...content, conversationId, author: { kind: 'member', memberId } },
    ...{ fileIds: listFileIds(db, row.id), idempotencyKey: `scheduled:${row.id}` },
  })
  if (!queued.ok) return queued
  if (conversation.assignedTo === null) assign(db, actor, { conversationId, memberId })
  settle(db, row, { state: 'sent', stateReason: null, messageId: queued.messageId })
  return { ok: true, messageId: queued.messageId }
}

/** Somebody who may still answer here; whoever left sends nothing any more. */
function findAuthor(db: TenantDb, memberId: number): Actor | undefined {
  const member = findMember(db, memberId)
  if (member?.status !== 'active') return undefined
  const actor = toActor(member)
  return can(actor, 'conversations.reply') ? actor : undefined
}

/** It stays in the thread with its reason, and whoever can see to it is told. */
function fail(db: TenantDb, row: Row, reason: ScheduledReason): void {
  const { id, conversationId, memberId } = row
  settle(db, row, { state: 'failed', stateReason: reason })
  recordEvent(db, conversationId, {
    ...{ kind: 'scheduled_failed', actor: { kind: 'system' }, data: { reason } },
  })
  const author = findAuthor(db, memberId)
  const isInReach = author && findReachable(db, author, conversationId)
  notify(db, {
    ...{
      kind: 'message_failed',
      memberIds: [memberId],
      dedupeKey: `scheduled:${id}:${row.sendAt}`,
    },
    // A conversation that left their reach is not named to them.
    conversationId: isInReach ? conversationId : undefined,
    data: { scheduled: true, reason },
  })
}

function settle(db: TenantDb, { id, conversationId }: Row, change: Partial<Row>): void {
  db.update(scheduledMessages)
    .set({ ...change, updatedAt: Date.now() })
    .where(eq(scheduledMessages.id, id))
    .run()
  recordChange(db, 'conversation.changed', { conversationId })
}
