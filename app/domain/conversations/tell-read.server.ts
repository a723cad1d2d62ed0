import { enqueue, findWaiting } from '#app/jobs/queue.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findConversation } from './open-conversation.server.ts'

/** The customer sees that we read up to their newest message, once for each. */
export function tellRead(db: TenantDb, conversationId: number): void {
  const messageId = findConversation(db, conversationId)?.lastInboundId
  if (!messageId || findWaiting(db, 'message.mark_read', `${conversationId}:`)) return
  enqueue(db, 'message.mark_read', { messageId }, { key: `${conversationId}:${messageId}` })
}
