import { eq } from 'drizzle-orm'
import { assignTo } from '#app/domain/assignment/assign.server.ts'
import { joinQueue } from '#app/domain/assignment/queue.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { listAssignable } from '#app/domain/conversations/assign.server.ts'
import { recordEvent } from '#app/domain/conversations/events.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { transferRequests } from './schema.server.ts'

export type TransferDecision = {
  requestId: number
  isApproved: boolean
  /** who gets it: left out, whoever was asked for; null, the queue */
  memberId?: number | null
  /** must be given when it is refused */
  reason: string
}

export type DecideResult =
  | { ok: true }
  | {
      ok: false
      reason:
        'not_found' | 'not_allowed' | 'already_decided' | 'member_not_found' | 'reason_missing'
    }

type Request = typeof transferRequests.$inferSelect

/** Approves (perhaps to somebody else than asked for) or refuses; the asker is told either way. */
export function decideTransfer(
  db: TenantDb,
  actor: Actor,
  decision: TransferDecision,
): DecideResult {
  return inTransaction(db, () => {
    if (!can(actor, 'conversations.assign')) return { ok: false, reason: 'not_allowed' }
    const request = findTransfer(db, decision.requestId)
    if (!request) return { ok: false, reason: 'not_found' }
    if (request.state !== 'pending') return { ok: false, reason: 'already_decided' }
    if (!decision.isApproved) return refuse(db, actor, { request, reason: decision.reason })
    const memberId = decision.memberId === undefined ? request.targetMemberId : decision.memberId
    if (memberId === request.requestedBy) return { ok: false, reason: 'member_not_found' }
    if (memberId !== null && !listAssignable(db).some(({ id }) => id === memberId))
      return { ok: false, reason: 'member_not_found' }
    approve(db, actor, { request, memberId, reason: decision.reason })
    return { ok: true }
  })
}

/** The asker has thought better of it. @returns false when it is not theirs or not waiting */
export function withdrawTransfer(db: TenantDb, actor: Actor, requestId: number): boolean {
  return inTransaction(db, () => {
    const request = findTransfer(db, requestId)
    if (request?.state !== 'pending' || request.requestedBy !== actor.id) return false
    end(db, request, { state: 'withdrawn', decidedBy: actor.id })
    trace(db, actor, request, { kind: 'transfer_withdrawn' })
    return true
  })
}

export function findTransfer(db: TenantDb, requestId: number): Request | undefined {
  return db.select().from(transferRequests).where(eq(transferRequests.id, requestId)).get()
}

function approve(
  db: TenantDb,
  actor: Actor,
  { request, memberId, reason }: { request: Request; memberId: number | null; reason: string },
): void {
  const { conversationId } = request
  const isRedirect = request.targetMemberId !== null && memberId !== request.targetMemberId
  const state = isRedirect ? 'redirected' : 'approved'
  // Ended first: giving it away ends what still waits as no longer mattering.
  end(db, request, { state, decidedBy: actor.id, givenTo: memberId, decisionReason: reason })
  assignTo(
    db,
    { kind: 'member', memberId: actor.id },
    { conversationId, memberId, reason: reason || request.reason, rule: 'transfer' },
  )
  if (memberId === null) joinQueue(db, conversationId)
  tellAsker(db, actor, request, { state, memberId })
}

function refuse(
  db: TenantDb,
  actor: Actor,
  { request, reason }: { request: Request; reason: string },
): DecideResult {
  if (reason.trim() === '') return { ok: false, reason: 'reason_missing' }
  end(db, request, { state: 'refused', decidedBy: actor.id, decisionReason: reason })
  trace(db, actor, request, { kind: 'transfer_refused', reason })
  tellAsker(db, actor, request, { state: 'refused' })
  return { ok: true }
}

function end(
  db: TenantDb,
  request: Request,
  values: Partial<Pick<Request, 'state' | 'decidedBy' | 'givenTo' | 'decisionReason'>>,
): void {
  db.update(transferRequests)
    .set({ ...values, decidedAt: Date.now() })
    .where(eq(transferRequests.id, request.id))
    .run()
}

function trace(
  db: TenantDb,
  actor: Actor,
  request: Request,
  event: { kind: 'transfer_refused' | 'transfer_withdrawn'; reason?: string },
): void {
  const { conversationId } = request
  recordEvent(db, conversationId, {
    kind: event.kind,
    actor: { kind: 'member', memberId: actor.id },
    data: { requestId: request.id, ...(event.reason && { reason: event.reason }) },
  })
  recordChange(db, 'conversation.changed', { conversationId })
}

/**
 * Names the conversation only while the asker still reaches it: once given away it is no
 * business of theirs, and the request says how it ended.
 */
function tellAsker(
  db: TenantDb,
  actor: Actor,
  request: Request,
  data: { state: string; memberId?: number | null },
): void {
  if (request.requestedBy === actor.id) return
  const { id: requestId, conversationId } = request
  notify(db, {
    ...{ kind: 'transfer_decided', memberIds: [request.requestedBy] },
    ...(data.state === 'refused' && { conversationId }),
    data: { ...data, requestId },
  })
}
