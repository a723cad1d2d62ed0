import { and, desc, eq, sql } from 'drizzle-orm'
import { drainQueue, joinQueue } from '#app/domain/assignment/queue.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { recordEvent } from './events.server.ts'
import { findReachable } from './reach.server.ts'
import { conversationEvents, conversations } from './schema.server.ts'

export const closeOutcomes = ['resolved', 'won', 'lost', 'abandoned', 'none'] as const
export type CloseOutcome = (typeof closeOutcomes)[number]

/** A closed conversation leaves an agent's reach; the one who closed it may still undo that. */
const UNDO_MAX_MS = 10 * 60_000

export type CloseResult = { ok: true } | { ok: false; reason: 'not_found' }
export type ReopenResult = { ok: true } | { ok: false; reason: 'not_found' | 'another_is_open' }

/** Ends a conversation; the customer's next message opens a new one or this one again. */
export function closeConversation(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
  outcome: CloseOutcome,
): CloseResult {
  return inTransaction(db, () => {
    const conversation = findReachable(db, actor, conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    if (conversation.status === 'closed') return { ok: true }
    const now = Date.now()
    db.update(conversations)
      .set({
        ...{ status: 'closed', outcome, closedAt: now, updatedAt: now },
        ...{ needsPersonAt: null, needsPersonReason: null, queuedAt: null },
      })
      .where(eq(conversations.id, conversationId))
      .run()
    recordEvent(db, conversationId, {
      ...{ kind: 'closed', actor: { kind: 'member', memberId: actor.id }, data: { outcome } },
    })
    recordChange(db, 'conversation.changed', { conversationId })
    drainQueue(db)
    return { ok: true }
  })
}

/** Opens a closed conversation again, unless the customer has begun another one meanwhile. */
export function reopenConversation(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
): ReopenResult {
  return inTransaction(db, () => {
    const conversation =
      findReachable(db, actor, conversationId) ?? findOwnClosure(db, actor, conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    if (conversation.status !== 'closed') return { ok: true }
    if (hasAnotherOpen(db, conversation)) return { ok: false, reason: 'another_is_open' }
    db.update(conversations)
      .set({ status: 'in_progress', outcome: 'none', closedAt: null, updatedAt: Date.now() })
      .where(eq(conversations.id, conversationId))
      .run()
    recordEvent(db, conversationId, {
      ...{ kind: 'reopened', actor: { kind: 'member', memberId: actor.id } },
    })
    recordChange(db, 'conversation.changed', { conversationId })
    if (conversation.assignedTo === null) joinQueue(db, conversationId)
    return { ok: true }
  })
}

function findOwnClosure(db: TenantDb, actor: Actor, conversationId: number) {
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
  const isOwn = closure?.actorMemberId === actor.id && Date.now() - closure.at < UNDO_MAX_MS
  if (!isOwn) return undefined
  return db
    .select()
    .from(conversations)
    .where(and(eq(conversations.id, conversationId), eq(conversations.assignedTo, actor.id)))
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
      .where(
        and(
          eq(conversations.contactId, contactId),
          eq(conversations.endpointId, endpointId),
          sql`${conversations.status} <> 'closed'`,
        ),
      )
      .get(),
  )
}
