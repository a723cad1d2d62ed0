import { eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { latestAttempt } from './attempts.server.ts'
import { findMessage } from './message-rows.server.ts'
import { findConversation } from './open-conversation.server.ts'
import { sendLater } from './queue-message.server.ts'
import { replyWindow } from './reply-window.server.ts'
import { messages } from './schema.server.ts'

export type RetryResult =
  | { ok: true }
  | {
      ok: false
      reason: 'not_found' | 'not_failed' | 'conversation_closed' | 'outside_reply_window'
    }

/**
 * Sends a failed or unconfirmed message again: a new attempt on the same message, because a
 * person asked for it. The caller has checked that the person can reach the conversation.
 */
export function retryMessage(db: TenantDb, messageId: number, now = Date.now()): RetryResult {
  return inTransaction(db, () => {
    const message = findMessage(db, messageId)
    if (!message || message.direction !== 'outbound') return { ok: false, reason: 'not_found' }
    if (message.status !== 'failed' && message.status !== 'unconfirmed') {
      return { ok: false, reason: 'not_failed' }
    }
    const conversation = findConversation(db, message.conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    if (conversation.status === 'closed') return { ok: false, reason: 'conversation_closed' }
    const isTemplate = message.payloadJson.startsWith('{"template"')
    if (!isTemplate && !replyWindow(conversation, conversation.channel, now).isOpen) {
      return { ok: false, reason: 'outside_reply_window' }
    }
    db.update(messages)
      .set({ status: 'queued', providerId: null, failureCode: null, failureReason: null })
      .where(eq(messages.id, messageId))
      .run()
    sendLater(db, messageId, `retry-${(latestAttempt(db, messageId)?.number ?? 0) + 1}-${now}`)
    const { id: conversationId } = conversation
    recordChange(db, 'message.changed', { conversationId, data: { messageId, status: 'queued' } })
    return { ok: true }
  })
}
