import { and, asc, eq, gt, or } from 'drizzle-orm'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Cursor } from './cursor.ts'
import { findReachable } from './reach.server.ts'
import { messages as m } from './schema.server.ts'
import { THREAD_PAGE_MESSAGES } from './thread-messages.server.ts'

/** Shown after the message, so that what it led to is seen too. */
const AFTER = 10

/**
 * Where a message stands: its conversation, and the place that the page showing it ends before;
 * none when that is the newest page.
 *
 * @returns undefined out of this person's reach
 */
export function findMessagePlace(
  db: TenantDb,
  actor: Actor,
  messageId: number,
): { conversationId: number; before: Cursor | undefined } | undefined {
  const message = db
    .select({ conversationId: m.conversationId, sortAt: m.sortAt })
    .from(m)
    .where(eq(m.id, messageId))
    .get()
  if (!message || !findReachable(db, actor, message.conversationId)) return undefined
  const { conversationId, sortAt } = message
  const later = db
    .select({ id: m.id, at: m.sortAt })
    .from(m)
    .where(
      and(
        eq(m.conversationId, conversationId),
        or(gt(m.sortAt, sortAt), and(eq(m.sortAt, sortAt), gt(m.id, messageId))),
      ),
    )
    .orderBy(asc(m.sortAt), asc(m.id))
    .limit(THREAD_PAGE_MESSAGES)
    .all()
  const isOnNewest = later.length < THREAD_PAGE_MESSAGES
  return { conversationId, before: isOnNewest ? undefined : later[AFTER] }
}
