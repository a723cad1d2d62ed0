import { eq } from 'drizzle-orm'
import { joinQueue } from '#app/domain/assignment/queue.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { noteStatus } from '#app/domain/sla/clocks.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { recordEvent } from './events.server.ts'
import type { EventActor } from './events.server.ts'
import { findConversation } from './open-conversation.server.ts'
import type { ConversationRow } from './open-conversation.server.ts'
import { conversations } from './schema.server.ts'

/**
 * Job conversation.wake: brings a snoozed conversation back at its time. It was snoozed again,
 * woken or closed meanwhile: nothing happens, so it wakes once.
 *
 * @param until the time the job was planned for, UTC ms
 */
export function wakeAt(db: TenantDb, conversationId: number, until: number): boolean {
  return inTransaction(db, () => {
    const conversation = findConversation(db, conversationId)
    if (conversation?.status !== 'snoozed' || conversation.snoozedUntil !== until) return false
    wake(db, conversation, 'time')
    return true
  })
}

/**
 * Ends a snooze, in the caller's transaction: its owner is told where it was the clock that woke
 * it, and what nobody owns joins the queue.
 */
export function wake(
  db: TenantDb,
  conversation: ConversationRow,
  by: 'time' | 'customer' | { memberId: number },
): void {
  const { id, assignedTo, snoozedUntil } = conversation
  db.update(conversations)
    .set({
      ...{ status: 'in_progress', snoozedUntil: null, snoozedBy: null, updatedAt: Date.now() },
    })
    .where(eq(conversations.id, id))
    .run()
  noteStatus(db, id)
  recordEvent(db, id, { kind: 'woken', actor: toActor(by) })
  recordChange(db, 'conversation.changed', { conversationId: id })
  if (assignedTo === null) return joinQueue(db, id)
  if (by === 'time')
    notify(db, {
      ...{ kind: 'reminder_due', memberIds: [assignedTo], conversationId: id },
      ...{ data: { woken: true }, dedupeKey: `woken:${id}:${snoozedUntil}` },
    })
}

function toActor(by: Parameters<typeof wake>[2]): EventActor {
  if (by === 'time') return { kind: 'system' }
  return by === 'customer' ? { kind: 'contact' } : { kind: 'member', memberId: by.memberId }
}
