import { asc, eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { findMember, toActor } from '#app/domain/members/find.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { recordEvent } from './events.server.ts'
import { findReachable } from './reach.server.ts'
import { conversations } from './schema.server.ts'

export type AssignResult =
  | { ok: true }
  | { ok: false; reason: 'not_found' | 'conversation_closed' | 'member_not_found' | 'not_allowed' }

/**
 * Gives a conversation to a member, or back to the queue with null. Who may not assign others
 * may still take for themselves what nobody has.
 */
export function assignConversation(
  db: TenantDb,
  actor: Actor,
  { conversationId, memberId }: { conversationId: number; memberId: number | null },
): AssignResult {
  return inTransaction(db, () => {
    const conversation = findReachable(db, actor, conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    if (conversation.status === 'closed') return { ok: false, reason: 'conversation_closed' }
    if (conversation.assignedTo === memberId) return { ok: true }
    const isClaim = memberId === actor.id && conversation.assignedTo === null
    if (!isClaim && !can(actor, 'conversations.assign')) return { ok: false, reason: 'not_allowed' }
    if (memberId !== null && !isAssignable(db, memberId))
      return { ok: false, reason: 'member_not_found' }
    assign(db, actor, { conversationId, memberId })
    return { ok: true }
  })
}

/** Writes the assignment with its trace, in the caller's transaction; nothing is checked here. */
export function assign(
  db: TenantDb,
  actor: Actor,
  { conversationId, memberId }: { conversationId: number; memberId: number | null },
): void {
  const now = Date.now()
  db.update(conversations)
    .set({
      ...{ assignedTo: memberId, assignedBy: memberId === null ? null : actor.id },
      ...{ assignedAt: memberId === null ? null : now, updatedAt: now },
    })
    .where(eq(conversations.id, conversationId))
    .run()
  recordEvent(db, conversationId, {
    kind: memberId === null ? 'unassigned' : 'assigned',
    actor: { kind: 'member', memberId: actor.id },
    data: memberId === null ? {} : { memberId },
  })
  recordChange(db, 'conversation.changed', { conversationId })
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
