import { and, eq } from 'drizzle-orm'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findReachable } from './reach.server.ts'
import { retryMessage } from './retry.server.ts'
import type { RetryResult } from './retry.server.ts'
import { messages } from './schema.server.ts'

/** Sends a message of a conversation within reach again. */
export function retryReachable(
  db: TenantDb,
  actor: Actor,
  { conversationId, messageId }: { conversationId: number; messageId: number },
): RetryResult {
  if (!findReachable(db, actor, conversationId)) return { ok: false, reason: 'not_found' }
  const message = db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.id, messageId), eq(messages.conversationId, conversationId)))
    .get()
  return message ? retryMessage(db, message.id) : { ok: false, reason: 'not_found' }
}
