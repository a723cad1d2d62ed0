import { and, eq, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { markMentionsRead } from '#app/domain/mentions/read.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findReachable } from './reach.server.ts'
import { conversationReads, messages } from './schema.server.ts'
import { tellRead } from './tell-read.server.ts'

export type MarkReadResult = { ok: true } | { ok: false; reason: 'not_found' }

/** Notes how far this person has read. Never backwards; another tab of theirs hears of it. */
export function markRead(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
  messageId: number,
): MarkReadResult {
  return inTransaction(db, () => {
    if (!findReachable(db, actor, conversationId)) return { ok: false, reason: 'not_found' }
    if (!isOf(db, conversationId, messageId)) return { ok: false, reason: 'not_found' }
    const { changes } = db
      .insert(conversationReads)
      .values({ memberId: actor.id, conversationId, lastReadMessageId: messageId, at: Date.now() })
      .onConflictDoUpdate({
        target: [conversationReads.memberId, conversationReads.conversationId],
        set: { lastReadMessageId: messageId, at: Date.now() },
        setWhere: sql`${conversationReads.lastReadMessageId} < ${messageId}`,
      })
      .run()
    markMentionsRead(db, actor, conversationId)
    if (changes > 0) {
      recordChange(db, 'conversation.changed', { conversationId, data: { readBy: actor.id } })
      // Who only looks on answers nobody, so the customer is told nothing.
      if (can(actor, 'conversations.reply')) tellRead(db, conversationId)
    }
    return { ok: true }
  })
}

function isOf(db: TenantDb, conversationId: number, messageId: number): boolean {
  return Boolean(
    db
      .select({ id: messages.id })
      .from(messages)
      .where(and(eq(messages.id, messageId), eq(messages.conversationId, conversationId)))
      .get(),
  )
}
