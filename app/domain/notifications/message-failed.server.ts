import { eq } from 'drizzle-orm'
import { messages } from '#app/domain/conversations/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { notify } from './notify.server.ts'

/** Tells whoever wrote a message that it did not arrive, or may not have; once a message. */
export function tellSender(db: TenantDb, messageId: number): void {
  const { authorMemberId, conversationId } = messages
  const message = db
    .select({ authorMemberId, conversationId })
    .from(messages)
    .where(eq(messages.id, messageId))
    .get()
  if (!message?.authorMemberId) return
  notify(db, {
    ...{ kind: 'message_failed', memberIds: [message.authorMemberId] },
    ...{ conversationId: message.conversationId, dedupeKey: `message_failed:${messageId}` },
  })
}
