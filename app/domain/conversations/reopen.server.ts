import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { joinQueue } from '#app/domain/assignment/queue.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { dropPlannedSurvey } from '#app/domain/csat/plan.server.ts'
import { findMember } from '#app/domain/members/find.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { voidSalesSince } from '#app/domain/sales/correct.server.ts'
import { noteReopened } from '#app/domain/sla/clocks.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { recordEvent } from './events.server.ts'
import type { EventActor } from './events.server.ts'
import type { ConversationRow } from './open-conversation.server.ts'
import { findReachable } from './reach.server.ts'
import { conversationEvents, conversations } from './schema.server.ts'

const HOUR_MS = 3_600_000
/** A closed conversation leaves an agent's reach; the one who closed it may still undo that. */
const UNDO_MAX_MS = 10 * 60_000

export type ReopenResult = { ok: true } | { ok: false; reason: 'not_found' | 'another_is_open' }

export type Reopening = {
  /**
   * what becomes of the sale it was closed with: `undo` takes back one's own closing of the last
   * minutes as if it had not been, `void` needs the right to correct sales; default: it stands
   */
  sale?: 'keep' | 'void' | 'undo'
}

/** Opens a closed conversation again, unless the customer has begun another one meanwhile. */
export function reopenConversation(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
  { sale = 'keep' }: Reopening = {},
): ReopenResult {
  return inTransaction(db, () => {
    const isOwn = closedItLately(db, actor, conversationId)
    const conversation =
      findReachable(db, actor, conversationId) ??
      (isOwn ? findOwn(db, actor, conversationId) : undefined)
    if (!conversation) return { ok: false, reason: 'not_found' }
    if (conversation.status !== 'closed') return { ok: true }
    if (hasAnotherOpen(db, conversation)) return { ok: false, reason: 'another_is_open' }
    const mayVoid = sale === 'undo' ? isOwn : can(actor, 'sales.correct')
    if (sale !== 'keep' && mayVoid && conversation.closedAt !== null) {
      const of = { conversationId, since: conversation.closedAt }
      const name = findMember(db, actor.id)?.name ?? ''
      voidSalesSince(db, of, { memberId: actor.id, name, reason: '' })
    }
    reopen(db, conversation, { kind: 'member', memberId: actor.id })
    return { ok: true }
  })
}

/**
 * A message to a closed conversation opens it again, if it was closed within the company's
 * hours; in the caller's transaction. Its owner keeps it, unless they are gone.
 *
 * @returns undefined when the message begins a new one
 */
export function reopenByMessage(
  db: TenantDb,
  place: { contactId: number; endpointId: number; now: number },
  by: 'contact' | 'phone',
): ConversationRow | undefined {
  const { reopenHours } = getCompany(db)
  if (reopenHours === 0) return undefined
  const last = findLastClosed(db, place)
  if (!last || (last.closedAt ?? 0) < place.now - reopenHours * HOUR_MS) return undefined
  reopen(db, last, { kind: by }, place.now)
  const owner = last.assignedTo === null ? undefined : findMember(db, last.assignedTo)
  const isGone = owner?.status !== 'active'
  if (isGone && last.assignedTo !== null)
    db.update(conversations).set({ assignedTo: null }).where(eq(conversations.id, last.id)).run()
  // Where the assistant is silent, somebody has to see to it.
  if (isGone && last.aiState !== 'on') joinQueue(db, last.id, place.now)
  return db.select().from(conversations).where(eq(conversations.id, last.id)).get()
}

function reopen(
  db: TenantDb,
  { id }: { id: number },
  by: EventActor,
  now: number = Date.now(),
): void {
  db.update(conversations)
    .set({
      ...{ status: 'in_progress', outcome: 'none', closedAt: null, closedBy: null },
      ...{ closedReason: '', lostReasonId: null, updatedAt: now },
    })
    .where(eq(conversations.id, id))
    .run()
  dropPlannedSurvey(db, id)
  noteReopened(db, id, now)
  recordEvent(db, id, { kind: 'reopened', actor: by })
  recordChange(db, 'conversation.changed', { conversationId: id })
}

function closedItLately(db: TenantDb, actor: Actor, conversationId: number): boolean {
  const closure = db
    .select({ actorMemberId: conversationEvents.actorMemberId, at: conversationEvents.at })
    .from(conversationEvents)
    .where(
      and(
        eq(conversationEvents.conversationId, conversationId),
        eq(conversationEvents.kind, 'closed'),
      ),
    )
    .orderBy(desc(conversationEvents.at), desc(conversationEvents.id))
    .get()
  return closure?.actorMemberId === actor.id && Date.now() - closure.at < UNDO_MAX_MS
}

function findOwn(db: TenantDb, actor: Actor, conversationId: number) {
  return db
    .select()
    .from(conversations)
    .where(
      and(
        eq(conversations.id, conversationId),
        eq(conversations.assignedTo, actor.id),
        isNull(conversations.deletedAt),
      ),
    )
    .get()
}

function hasAnotherOpen(
  db: TenantDb,
  conversation: { contactId: number; endpointId: number },
): boolean {
  const { contactId, endpointId } = conversation
  return Boolean(
    db
      .select({ id: conversations.id })
      .from(conversations)
      .where(and(ofContact(contactId, endpointId), sql`${conversations.status} <> 'closed'`))
      .get(),
  )
}

function findLastClosed(
  db: TenantDb,
  { contactId, endpointId }: { contactId: number; endpointId: number },
): ConversationRow | undefined {
  return db
    .select()
    .from(conversations)
    .where(and(ofContact(contactId, endpointId), isNull(conversations.deletedAt)))
    .orderBy(desc(conversations.id))
    .limit(1)
    .get()
}

function ofContact(contactId: number, endpointId: number) {
  return and(eq(conversations.contactId, contactId), eq(conversations.endpointId, endpointId))
}
