import { and, eq, isNull } from 'drizzle-orm'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { notify } from './notify.server.ts'
import { notifications as n } from './schema.server.ts'

/**
 * Tells whoever a conversation is assigned to that the customer wrote, when the AI does not have
 * the word. Once until it is read: ten messages in a row are one piece of news.
 */
export function tellAssignee(db: TenantDb, conversationId: number): void {
  const { assignedTo, aiState, contactId } = conversations
  const conversation = db
    .select({ assignedTo, aiState, contactId })
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .get()
  if (!conversation?.assignedTo) return
  if (conversation.aiState === 'on' && getCompany(db).aiEnabled) return
  const memberId = conversation.assignedTo
  const unread = db
    .select({ id: n.id })
    .from(n)
    .where(
      and(
        ...[eq(n.conversationId, conversationId), eq(n.memberId, memberId)],
        ...[eq(n.kind, 'customer_replied'), isNull(n.readAt)],
      ),
    )
    .get()
  if (unread) return
  notify(db, { kind: 'customer_replied', memberIds: [memberId], conversationId })
}
