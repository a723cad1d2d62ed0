import { eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/**
 * A conversation needs a person and nobody owns it: it waits from now on, unless it already
 * does, and the company's strategy is tried at once.
 */
export function joinQueue(db: TenantDb, conversationId: number, now = Date.now()): void {
  inTransaction(db, () => {
    const known = find(db, conversationId)
    if (!known || known.status === 'closed' || known.assignedTo !== null) return
    if (known.queuedAt === null) setQueuedAt(db, conversationId, now)
    drainQueue(db, now)
  })
}

/** Nobody needs to own it for now: it was closed, or the AI answers again. */
export function leaveQueue(db: TenantDb, conversationId: number): void {
  const known = find(db, conversationId)
  if (known && known.queuedAt !== null) setQueuedAt(db, conversationId, null)
}

/**
 * Gives what waits to whoever has room, oldest first, until nothing fits. Call it after whatever
 * makes room: closing, snoozing, coming online, more capacity, somebody leaving.
 *
 * @returns how many found an owner
 */
export function drainQueue(_db: TenantDb, _now = Date.now()): number {
  return 0
}

function find(db: TenantDb, conversationId: number) {
  return db
    .select({
      assignedTo: conversations.assignedTo,
      status: conversations.status,
      queuedAt: conversations.queuedAt,
    })
    .from(conversations)
    .where(eq(conversations.id, conversationId))
    .get()
}

function setQueuedAt(db: TenantDb, conversationId: number, queuedAt: number | null): void {
  db.update(conversations).set({ queuedAt }).where(eq(conversations.id, conversationId)).run()
  recordChange(db, 'conversation.changed', { conversationId })
}
