import { asc, eq } from 'drizzle-orm'
import { assignTo } from '#app/domain/assignment/assign.server.ts'
import { drainQueue } from '#app/domain/assignment/queue.server.ts'
import { findMember, toActor } from '#app/domain/members/find.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findReachable } from './reach.server.ts'

export type AssignResult =
  | { ok: true }
  | { ok: false; reason: 'not_found' | 'conversation_closed' | 'member_not_found' | 'not_allowed' }

/** `reason` is in the giver's own words, for the history and the new owner. */
export type AssignOrder = {
  conversationId: number
  memberId: number | null
  reason?: string
  /** the strategy that chose, where one did */
  rule?: string
}

/**
 * Gives a conversation to a member, or back to the queue with null. Who may not assign others
 * may still take for themselves what nobody has.
 */
export function assignConversation(db: TenantDb, actor: Actor, order: AssignOrder): AssignResult {
  const { conversationId, memberId } = order
  return inTransaction(db, () => {
    const conversation = findReachable(db, actor, conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    if (conversation.status === 'closed') return { ok: false, reason: 'conversation_closed' }
    if (conversation.assignedTo === memberId) return { ok: true }
    const isClaim = memberId === actor.id && conversation.assignedTo === null
    if (!isClaim && !can(actor, 'conversations.assign')) return { ok: false, reason: 'not_allowed' }
    if (memberId !== null && !isAssignable(db, memberId))
      return { ok: false, reason: 'member_not_found' }
    assign(db, actor, order)
    drainQueue(db)
    return { ok: true }
  })
}

/** A member gives it or takes it, in the caller's transaction; nothing is checked here. */
export function assign(db: TenantDb, actor: Actor, order: AssignOrder): void {
  assignTo(db, { kind: 'member', memberId: actor.id }, order)
}

/** Active members who may reply, by name: who a conversation can be given to. */
export function listAssignable(db: TenantDb): { id: number; name: string }[] {
  return db
    .select()
    .from(members)
    .where(eq(members.status, 'active'))
    .orderBy(asc(members.name))
    .all()
    .filter((member) => can(toActor(member), 'conversations.reply'))
    .map(({ id, name }) => ({ id, name }))
}

function isAssignable(db: TenantDb, memberId: number): boolean {
  const member = findMember(db, memberId)
  return member?.status === 'active' && can(toActor(member), 'conversations.reply')
}
