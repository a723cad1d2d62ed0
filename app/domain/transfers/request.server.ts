import { and, eq } from 'drizzle-orm'
import { assignTo } from '#app/domain/assignment/assign.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { toActor } from '#app/domain/members/find.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { transferRequests } from './schema.server.ts'

export type TransferAsk = {
  conversationId: number
  /** null leaves the choice to whoever decides */
  targetMemberId: number | null
  reason: string
}

export type RequestResult =
  | { ok: true; outcome: 'requested'; requestId: number }
  | { ok: true; outcome: 'transferred' }
  | {
      ok: false
      reason:
        'not_found' | 'conversation_closed' | 'not_yours' | 'already_requested' | 'member_not_found'
    }

/**
 * The owner of a conversation asks to be rid of it. Where the company allows direct transfers, or
 * the person may assign anyway, a named colleague has it at once; otherwise those who assign
 * decide. One request waits per conversation.
 */
export function requestTransfer(db: TenantDb, actor: Actor, ask: TransferAsk): RequestResult {
  return inTransaction(db, () => {
    const conversation = findReachable(db, actor, ask.conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    if (conversation.status === 'closed') return { ok: false, reason: 'conversation_closed' }
    const mayAssign = can(actor, 'conversations.assign')
    if (conversation.assignedTo !== actor.id && !mayAssign)
      return { ok: false, reason: 'not_yours' }
    const { targetMemberId } = ask
    if (targetMemberId !== null && !isOther(db, conversation.assignedTo, targetMemberId))
      return { ok: false, reason: 'member_not_found' }
    const isDirect = mayAssign || getCompany(db).directTransfer === 1
    if (isDirect && targetMemberId !== null) {
      giveDirectly(db, actor, { ...ask, targetMemberId })
      return { ok: true, outcome: 'transferred' }
    }
    if (findPendingTransfer(db, ask.conversationId))
      return { ok: false, reason: 'already_requested' }
    return { ok: true, outcome: 'requested', requestId: file(db, actor, ask) }
  })
}

/** The request that waits for a decision on this conversation. */
export function findPendingTransfer(db: TenantDb, conversationId: number) {
  return db
    .select()
    .from(transferRequests)
    .where(
      and(
        eq(transferRequests.conversationId, conversationId),
        eq(transferRequests.state, 'pending'),
      ),
    )
    .get()
}

/** Active members who decide on transfers. */
export function listDeciders(db: TenantDb): number[] {
  return db
    .select()
    .from(members)
    .where(eq(members.status, 'active'))
    .all()
    .filter((member) => can(toActor(member), 'conversations.assign'))
    .map((member) => member.id)
}

function file(db: TenantDb, actor: Actor, ask: TransferAsk): number {
  const { conversationId, targetMemberId, reason } = ask
  const { id } = db
    .insert(transferRequests)
    .values({
      ...{ conversationId, targetMemberId, reason, requestedBy: actor.id },
      createdAt: Date.now(),
    })
    .returning({ id: transferRequests.id })
    .get()
  recordEvent(db, conversationId, {
    kind: 'transfer_requested',
    actor: { kind: 'member', memberId: actor.id },
    data: { requestId: id, reason, ...(targetMemberId !== null && { memberId: targetMemberId }) },
  })
  const memberIds = listDeciders(db).filter((memberId) => memberId !== actor.id)
  notify(db, {
    ...{ kind: 'transfer_requested', memberIds, conversationId },
    data: { requestId: id, by: actor.id },
  })
  recordChange(db, 'conversation.changed', { conversationId })
  return id
}

function giveDirectly(
  db: TenantDb,
  actor: Actor,
  { conversationId, targetMemberId, reason }: TransferAsk,
): void {
  const by = { kind: 'member', memberId: actor.id } as const
  assignTo(db, by, { conversationId, memberId: targetMemberId, reason, rule: 'transfer' })
}

function isOther(db: TenantDb, ownerId: number | null, memberId: number): boolean {
  return memberId !== ownerId && listAssignable(db).some((member) => member.id === memberId)
}
