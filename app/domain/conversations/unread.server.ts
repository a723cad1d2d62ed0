import { and, eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findReachable } from './reach.server.ts'
import { conversationReads } from './schema.server.ts'

export type MarkUnreadResult =
  /** `before`: how far they had read, 0 nothing */
  { ok: true; before: number } | { ok: false; reason: 'not_found' | 'nothing_to_read' }

/** Sets how far this person has read back to before the customer's last message. */
export function markUnread(db: TenantDb, actor: Actor, conversationId: number): MarkUnreadResult {
  return inTransaction(db, () => {
    const conversation = findReachable(db, actor, conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    const { lastInboundId } = conversation
    if (lastInboundId === null) return { ok: false, reason: 'nothing_to_read' }
    const before = readUntil(db, actor, conversationId)
    setReadUntil(db, actor, { conversationId, messageId: Math.min(before, lastInboundId - 1) })
    return { ok: true, before }
  })
}

/** How far this person has read: a message id, 0 for nothing. */
export function readUntil(db: TenantDb, actor: Actor, conversationId: number): number {
  const isTheirs = and(
    eq(conversationReads.memberId, actor.id),
    eq(conversationReads.conversationId, conversationId),
  )
  const known = db.select().from(conversationReads).where(isTheirs).get()
  return known?.lastReadMessageId ?? 0
}

/** Writes how far this person has read, backwards too; nothing is checked here. */
export function setReadUntil(
  db: TenantDb,
  actor: Actor,
  { conversationId, messageId }: { conversationId: number; messageId: number },
): void {
  const mark = { lastReadMessageId: messageId, at: Date.now() }
  db.insert(conversationReads)
    .values({ memberId: actor.id, conversationId, ...mark })
    .onConflictDoUpdate({
      target: [conversationReads.memberId, conversationReads.conversationId],
      set: mark,
    })
    .run()
  recordChange(db, 'conversation.changed', { conversationId, data: { readBy: actor.id } })
}
