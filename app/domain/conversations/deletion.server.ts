import { and, asc, eq, isNotNull, lt } from 'drizzle-orm'
import { drainQueue } from '#app/domain/assignment/queue.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { findMember } from '#app/domain/members/find.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findOpenConversation } from './open-conversation.server.ts'
import { recordEvent } from './events.server.ts'
import { findReachable } from './reach.server.ts'
import { conversations } from './schema.server.ts'

/** How long a deletion can be taken back. */
export const DELETED_KEPT_MS = 30 * 24 * 3_600_000
const PURGE_BATCH = 50

export type DeleteResult = { ok: true } | { ok: false; reason: 'not_found' | 'not_allowed' }
export type RestoreResult =
  { ok: true } | { ok: false; reason: 'not_found' | 'not_allowed' | 'another_is_open' }

/**
 * Takes a conversation out of everybody's reach and closes it: what the customer writes next
 * begins a new one. It can be restored for 30 days, then it is gone for good.
 */
export function deleteConversation(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
): DeleteResult {
  return inTransaction(db, () => {
    if (!can(actor, 'conversations.delete')) return { ok: false, reason: 'not_allowed' }
    const conversation = findReachable(db, actor, conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    const now = Date.now()
    const { status, outcome, closedAt } = conversation
    db.update(conversations)
      .set({
        ...{ deletedAt: now, deletedBy: actor.id, status: 'closed', updatedAt: now },
        ...{ closedAt: closedAt ?? now, snoozedUntil: null, snoozedBy: null },
        ...{ needsPersonAt: null, needsPersonReason: null, queuedAt: null },
      })
      .where(eq(conversations.id, conversationId))
      .run()
    const before = { status: status === 'snoozed' ? 'in_progress' : status, outcome }
    trace(db, actor, { conversationId, kind: 'deleted', data: before })
    drainQueue(db)
    return { ok: true }
  })
}

/** Takes a deletion back; it is as open or closed as it was. */
export function restoreConversation(
  db: TenantDb,
  actor: Actor,
  conversationId: number,
): RestoreResult {
  return inTransaction(db, () => {
    if (!can(actor, 'conversations.delete') || !can(actor, 'conversations.read_all'))
      return { ok: false, reason: 'not_allowed' }
    const row = db
      .select()
      .from(conversations)
      .where(and(eq(conversations.id, conversationId), isNotNull(conversations.deletedAt)))
      .get()
    if (!row) return { ok: false, reason: 'not_found' }
    // Deleted while open, it was closed by the deletion, at the same moment.
    const wasOpen = row.closedAt === row.deletedAt
    if (wasOpen && findOpenConversation(db, row.contactId, row.endpointId))
      return { ok: false, reason: 'another_is_open' }
    db.update(conversations)
      .set({
        ...{ deletedAt: null, deletedBy: null, updatedAt: Date.now() },
        ...(wasOpen && { status: 'in_progress' as const, closedAt: null }),
      })
      .where(eq(conversations.id, conversationId))
      .run()
    trace(db, actor, { conversationId, kind: 'restored', data: {} })
    return { ok: true }
  })
}

/** Asks for the purge where there is something to purge. */
export function purgeDeletedLater(db: TenantDb, now: number): void {
  if (listExpired(db, now, 1).length > 0)
    enqueue(db, 'conversations.purge', {}, { key: String(now) })
}

/**
 * Job conversations.purge: removes for good what was deleted more than 30 days ago, with its
 * messages and notes; their files go with the next tidy-up.
 *
 * @returns whether there may be more
 */
export function purgeDeleted(db: TenantDb, now = Date.now()): boolean {
  return inTransaction(db, () => {
    const expired = listExpired(db, now, PURGE_BATCH)
    for (const { id } of expired) {
      db.delete(conversations).where(eq(conversations.id, id)).run()
      const system = { kind: 'system', id: null, name: 'Baraza' } as const
      recordAudit(db, system, { action: 'conversation.purged', ...subject(id) })
    }
    return expired.length === PURGE_BATCH
  })
}

function listExpired(db: TenantDb, now: number, limit: number) {
  return db
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(isNotNull(conversations.deletedAt), lt(conversations.deletedAt, now - DELETED_KEPT_MS)),
    )
    .orderBy(asc(conversations.deletedAt), asc(conversations.id))
    .limit(limit)
    .all()
}

function trace(
  db: TenantDb,
  actor: Actor,
  what: { conversationId: number; kind: 'deleted' | 'restored'; data: Record<string, unknown> },
): void {
  const { conversationId, kind, data } = what
  recordEvent(db, conversationId, { kind, actor: { kind: 'member', memberId: actor.id }, data })
  recordChange(db, 'conversation.changed', { conversationId })
  const name = findMember(db, actor.id)?.name ?? ''
  const by = { kind: 'member', id: actor.id, name } as const
  recordAudit(db, by, { action: `conversation.${kind}`, ...subject(conversationId) })
}

function subject(id: number) {
  return { subjectKind: 'conversation', subjectId: id }
}
