import { eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { deleteDraft } from '#app/domain/drafts/save.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { endWriting } from '#app/domain/viewers/viewing.server.ts'
import { assign } from './assign.server.ts'
import type { QueueMessageInput, QueueMessageResult } from './outbound.ts'
import { queueMessage } from './queue-message.server.ts'
import { findReachable } from './reach.server.ts'
import { markRead } from './reads.server.ts'
import { conversations } from './schema.server.ts'

export type MemberReply = Omit<QueueMessageInput, 'author' | 'idempotencyKey'> & {
  /** made by the page, so that sending again after a lost answer sends nothing twice */
  sendKey?: string
}

/**
 * A member answers: the message is queued, and the conversation shows that somebody sees to it.
 * Nobody needs to be called any more, who answers has read, and what nobody had is theirs.
 */
export function replyAsMember(
  db: TenantDb,
  actor: Actor,
  { sendKey, ...message }: MemberReply,
): QueueMessageResult {
  return inTransaction(db, () => {
    const conversation = findReachable(db, actor, message.conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    const idempotencyKey = sendKey && `member:${actor.id}:${sendKey}`
    const author = { kind: 'member', memberId: actor.id } as const
    const queued = queueMessage(db, { ...message, author, idempotencyKey })
    if (!queued.ok || !queued.isNew) return queued
    const { id, lastInboundId, needsPersonAt, assignedTo } = conversation
    if (needsPersonAt !== null) endCall(db, id)
    if (assignedTo === null) assign(db, actor, { conversationId: id, memberId: actor.id })
    deleteDraft(db, actor, id, 'reply')
    endWriting(db, actor, id)
    if (lastInboundId !== null) markRead(db, actor, id, lastInboundId)
    return queued
  })
}

function endCall(db: TenantDb, conversationId: number): void {
  db.update(conversations)
    .set({ needsPersonAt: null, needsPersonReason: null })
    .where(eq(conversations.id, conversationId))
    .run()
  recordChange(db, 'conversation.changed', { conversationId })
}
