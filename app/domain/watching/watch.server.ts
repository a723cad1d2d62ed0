import { and, eq, gt } from 'drizzle-orm'
import { assignTo } from '#app/domain/assignment/assign.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { takeOver } from '#app/domain/conversations/take-over.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { watches } from './schema.server.ts'

/** After so long somebody who watches says so anew, and the audit log has another entry. */
const WATCH_LASTS_MS = 8 * 3_600_000

type Watcher = Actor & { name: string }
export type StepInResult = { ok: true } | { ok: false; reason: 'not_found' | 'conversation_closed' }

/**
 * Begins to look on. Only the audit log learns of it: no read mark, no change, no notice.
 *
 * @returns false when it is out of reach or not allowed
 */
export function startWatching(
  db: TenantDb,
  actor: Watcher,
  { conversationId, now = Date.now() }: { conversationId: number; now?: number },
): boolean {
  return inTransaction(db, () => {
    if (!mayWatch(db, actor, conversationId)) return false
    db.insert(watches)
      .values({ memberId: actor.id, conversationId, at: now })
      .onConflictDoUpdate({ target: [watches.memberId, watches.conversationId], set: { at: now } })
      .run()
    note(db, actor, 'conversation.watched', conversationId)
    return true
  })
}

/** Whether this person has said lately that they look on here. */
export function isWatching(
  db: TenantDb,
  actor: Actor,
  { conversationId, now = Date.now() }: { conversationId: number; now?: number },
): boolean {
  const isOwn = and(eq(watches.memberId, actor.id), eq(watches.conversationId, conversationId))
  const isFresh = gt(watches.at, now - WATCH_LASTS_MS)
  const row = db.select().from(watches).where(and(isOwn, isFresh)).get()
  return row !== undefined && mayWatch(db, actor, conversationId)
}

/** From looking on to answering: the conversation becomes theirs, with its history. */
export function stepIn(db: TenantDb, actor: Watcher, conversationId: number): StepInResult {
  return inTransaction(db, () => {
    if (!mayWatch(db, actor, conversationId)) return { ok: false, reason: 'not_found' }
    const before = findReachable(db, actor, conversationId)
    if (before?.status === 'closed') return { ok: false, reason: 'conversation_closed' }
    const by = { kind: 'member', memberId: actor.id } as const
    assignTo(db, by, { conversationId, memberId: actor.id, rule: 'stepped_in' })
    note(db, actor, 'conversation.stepped_in', conversationId)
    return takeOver(db, actor, conversationId)
  })
}

function mayWatch(db: TenantDb, actor: Actor, conversationId: number): boolean {
  if (!can(actor, 'conversations.watch')) return false
  return findReachable(db, actor, conversationId) !== undefined
}

function note(db: TenantDb, actor: Watcher, action: string, subjectId: number): void {
  const by = { kind: 'member', id: actor.id, name: actor.name } as const
  recordAudit(db, by, { action, subjectKind: 'conversation', subjectId })
}
