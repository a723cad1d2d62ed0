import { eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import type { EventActor } from '#app/domain/conversations/events.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { findMember } from '#app/domain/members/find.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { passFollowUps } from '#app/domain/tasks/change.server.ts'
import { endTransfer } from '#app/domain/transfers/end.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { assignments } from './schema.server.ts'

/** Who or what gives a conversation to somebody. `rule` is the company's strategy. */
export type AssignBy =
  | { kind: 'member'; memberId: number }
  | { kind: 'rule' }
  | { kind: 'system' }
  | { kind: 'ai' }
  | { kind: 'phone' }
  | { kind: 'api' }

export type Assignment = {
  conversationId: number
  /** null puts it back among those nobody has, where it waits for a person */
  memberId: number | null
  /** in somebody's own words */
  reason?: string
  /** the strategy or the procedure that led here: round_robin, transfer, … */
  rule?: string
  now?: number
}

/**
 * Writes who a conversation belongs to, with its history, its line in the thread, the news for
 * live pages and word to the new owner, in one transaction. Nothing is checked here, and nothing
 * is written when it belongs to them already. Given to nobody it waits in the queue; who empties
 * the queue is the caller's business (`joinQueue`, `drainQueue`).
 *
 * @returns false when there is no such conversation or nothing changed
 */
export function assignTo(db: TenantDb, by: AssignBy, order: Assignment): boolean {
  const { conversationId, memberId, now = Date.now() } = order
  return inTransaction(db, () => {
    const before = db
      .select({ assignedTo: conversations.assignedTo, status: conversations.status })
      .from(conversations)
      .where(eq(conversations.id, conversationId))
      .get()
    if (!before || before.assignedTo === memberId) return false
    const isWaiting = memberId === null && before.status !== 'closed'
    db.update(conversations)
      .set({
        ...{ assignedTo: memberId, assignedAt: memberId === null ? null : now, updatedAt: now },
        assignedBy: memberId !== null && by.kind === 'member' ? by.memberId : null,
        queuedAt: isWaiting ? now : null,
      })
      .where(eq(conversations.id, conversationId))
      .run()
    endTransfer(db, conversationId, now)
    trace(db, by, { ...order, from: before.assignedTo, now })
    return true
  })
}

type Trace = Assignment & { from: number | null; now: number }

function trace(db: TenantDb, by: AssignBy, move: Trace): void {
  const { conversationId, memberId, from, rule, reason = '', now } = move
  const byMemberId = by.kind === 'member' ? by.memberId : null
  db.insert(assignments)
    .values({
      ...{ conversationId, fromMemberId: from, toMemberId: memberId, byKind: by.kind, byMemberId },
      ...{ rule: rule ?? null, reason, at: now },
    })
    .run()
  recordEvent(db, conversationId, {
    kind: memberId === null ? 'unassigned' : 'assigned',
    actor: toEventActor(by),
    data: {
      ...(memberId !== null && { memberId }),
      ...(from !== null && { fromMemberId: from }),
      ...(rule && { rule }),
      ...(reason && { reason }),
    },
  })
  recordChange(db, 'conversation.changed', { conversationId })
  if (memberId !== null) passFollowUps(db, { conversationId, to: memberId })
  if (memberId === null || memberId === byMemberId) return
  const byName = byMemberId === null ? null : (findMember(db, byMemberId)?.name ?? null)
  const data = { by: by.kind, byName, rule: rule ?? null }
  notify(db, { kind: 'assigned', memberIds: [memberId], conversationId, data })
}

/** A conversation's history has no rules, only the system that follows them. */
function toEventActor(by: AssignBy): EventActor {
  return by.kind === 'rule' ? { kind: 'system' } : by
}
