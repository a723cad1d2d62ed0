import { and, asc, eq, sql } from 'drizzle-orm'
import { assignTo } from '#app/domain/assignment/assign.server.ts'
import { drainQueue } from '#app/domain/assignment/queue.server.ts'
import { listAssignees } from '#app/domain/assignment/roster.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** Where a leaving member's conversations go: one colleague, all colleagues evenly, the queue. */
export type Receiver = number | 'spread' | 'queue'

export type EmptyHandsResult =
  | { ok: true; moved: number }
  | { ok: false; reason: 'not_allowed' | 'member_not_found' | 'nobody_else' }

/** How many conversations a member still owns. */
export function countOwned(db: TenantDb, memberId: number): number {
  return ownedIds(db, memberId).length
}

/**
 * Gives away everything a member owns that is not closed, the longest owned first, each with its
 * history. What goes to the queue is offered to the rules at once.
 */
export function emptyHands(
  db: TenantDb,
  actor: Actor & { name: string },
  { memberId, to, reason = '' }: { memberId: number; to: Receiver; reason?: string },
): EmptyHandsResult {
  return inTransaction(db, () => {
    if (!can(actor, 'conversations.assign')) return { ok: false, reason: 'not_allowed' }
    const colleagues = listAssignees(db).filter((one) => one.id !== memberId)
    if (typeof to === 'number' && !colleagues.some((one) => one.id === to))
      return { ok: false, reason: 'member_not_found' }
    const takers = colleagues.filter((one) => one.takesByRule)
    if (to === 'spread' && takers.length === 0) return { ok: false, reason: 'nobody_else' }
    const receiverOf = () => (to === 'spread' ? leastBusy(takers) : to === 'queue' ? null : to)
    const moved = giveAway(db, actor, { memberId, receiverOf, reason })
    if (moved > 0) note(db, actor, { memberId, to, moved })
    return { ok: true, moved }
  })
}

/** Whoever can no longer come in owns nothing: what they had waits in the queue again. */
export function releaseAll(db: TenantDb, actor: Actor & { name: string }, memberId: number): void {
  giveAway(db, actor, { memberId, receiverOf: () => null, reason: '' })
}

function giveAway(
  db: TenantDb,
  actor: Actor,
  order: { memberId: number; receiverOf: () => number | null; reason: string },
): number {
  const ids = ownedIds(db, order.memberId)
  for (const conversationId of ids) {
    const to = order.receiverOf()
    const move = { conversationId, memberId: to, reason: order.reason, rule: 'leaving' }
    assignTo(db, { kind: 'member', memberId: actor.id }, move)
  }
  drainQueue(db)
  return ids.length
}

/** Takes the one with the fewest and counts it in, so that the next goes to somebody else. */
function leastBusy(takers: { id: number; open: number }[]): number | null {
  const next = takers.toSorted((a, b) => a.open - b.open || a.id - b.id)[0]
  if (next) next.open += 1
  return next?.id ?? null
}

function ownedIds(db: TenantDb, memberId: number): number[] {
  return db
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(sql`${conversations.isOpen} = 1`, eq(conversations.assignedTo, memberId)))
    .orderBy(asc(conversations.assignedAt), asc(conversations.id))
    .all()
    .map((row) => row.id)
}

function note(
  db: TenantDb,
  actor: Actor & { name: string },
  { memberId, ...details }: { memberId: number; to: Receiver; moved: number },
): void {
  const by = { kind: 'member', id: actor.id, name: actor.name } as const
  recordAudit(db, by, {
    ...{ action: 'member.hands_emptied', subjectKind: 'member', subjectId: memberId, details },
  })
}
