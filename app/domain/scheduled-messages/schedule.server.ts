import { eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { checkMessage } from '#app/domain/conversations/check-message.server.ts'
import type { QueueMessageRefusal } from '#app/domain/conversations/outbound.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { deleteDraft } from '#app/domain/drafts/save.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { scheduledMessageFiles, scheduledMessages } from './schema.server.ts'
import type { ScheduledContent } from './scheduled.ts'

const AHEAD_MAX_MS = 366 * 24 * 3_600_000

export type ScheduleRefusal =
  | Exclude<QueueMessageRefusal, 'outside_reply_window'>
  | 'send_at_invalid'
  | 'send_at_past'
  | 'send_at_too_far'
  | 'no_longer_waiting'

export type ScheduleResult =
  { ok: true; scheduledId: number } | { ok: false; reason: ScheduleRefusal }

export type NewScheduledMessage = ScheduledContent & {
  conversationId: number
  fileIds?: number[]
  /** UTC ms */
  sendAt: number
  cancelOnReply: boolean
  now?: number
}

/**
 * Keeps a message until its time. What can be known now is checked now; the reply window, the
 * reach of the one who wrote it and the rest once more when it is sent.
 */
export function scheduleMessage(
  db: TenantDb,
  actor: Actor,
  message: NewScheduledMessage,
): ScheduleResult {
  const { conversationId, fileIds = [], sendAt, now = Date.now() } = message
  return inTransaction(db, () => {
    if (!findReachable(db, actor, conversationId)) return { ok: false, reason: 'not_found' }
    const reason = refuseTime(sendAt, now) ?? refuseContent(db, actor.id, message)
    if (reason) return { ok: false, reason }
    const { text, template, replyToId } = message
    const { id } = db
      .insert(scheduledMessages)
      .values({
        ...{ conversationId, memberId: actor.id, sendAt, createdAt: now, updatedAt: now },
        contentJson: JSON.stringify({ text, template, replyToId }),
        cancelOnReply: message.cancelOnReply ? 1 : 0,
      })
      .returning({ id: scheduledMessages.id })
      .get()
    fileIds.forEach((fileId, position) => {
      const row = { scheduledMessageId: id, position, fileId }
      db.insert(scheduledMessageFiles).values(row).run()
    })
    sendAtItsTime(db, id, sendAt)
    deleteDraft(db, actor, conversationId, 'reply')
    recordChange(db, 'conversation.changed', { conversationId })
    return { ok: true, scheduledId: id }
  })
}

/** The job of a time: another time is another job, and the earlier one finds nothing to do. */
export function sendAtItsTime(db: TenantDb, scheduledId: number, sendAt: number): void {
  const key = `${scheduledId}:${sendAt}`
  enqueue(db, 'scheduled.send', { scheduledId }, { key, runAt: sendAt })
}

/** @returns why it cannot be sent at that time */
export function refuseTime(sendAt: number, now: number): ScheduleRefusal | undefined {
  if (!Number.isSafeInteger(sendAt)) return 'send_at_invalid'
  if (sendAt <= now) return 'send_at_past'
  return sendAt > now + AHEAD_MAX_MS ? 'send_at_too_far' : undefined
}

/** The window may be open by then: it is the one thing that is not asked yet. */
export function refuseContent(
  db: TenantDb,
  memberId: number,
  message: ScheduledContent & { conversationId: number; fileIds?: number[] },
): ScheduleRefusal | undefined {
  const { conversationId, text, template, replyToId, fileIds } = message
  const author = { kind: 'member', memberId } as const
  const checked = checkMessage(
    db,
    { conversationId, author, text, template, replyToId, fileIds },
    Date.now(),
  )
  if (checked.ok || checked.reason === 'outside_reply_window') return undefined
  return checked.reason
}

export function listFileIds(db: TenantDb, scheduledId: number): number[] {
  return db
    .select({ fileId: scheduledMessageFiles.fileId })
    .from(scheduledMessageFiles)
    .where(eq(scheduledMessageFiles.scheduledMessageId, scheduledId))
    .orderBy(scheduledMessageFiles.position)
    .all()
    .map((row) => row.fileId)
}
