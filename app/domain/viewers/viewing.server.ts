import { and, eq, gt, lt, ne, sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { HERE_MS, TYPING_MS } from './viewer.ts'
import type { Viewer } from './viewer.ts'
import { conversationViewers as v } from './schema.server.ts'

export type ViewingResult = { ok: true; others: Viewer[] } | { ok: false; reason: 'not_found' }

/**
 * A member has the conversation open. Colleagues hear of it when they come, not of each renewal;
 * a page that nobody renews is over after HERE_MS.
 */
export function noteViewing(db: TenantDb, actor: Actor, conversationId: number): ViewingResult {
  return inTransaction(db, () => {
    if (!findReachable(db, actor, conversationId)) return { ok: false, reason: 'not_found' }
    const now = Date.now()
    const known = db.select().from(v).where(isOwn(actor, conversationId)).get()
    keepRow(db, { conversationId, memberId: actor.id, seenAt: now })
    if (!known || known.seenAt <= now - HERE_MS) tell(db, actor, conversationId)
    return { ok: true, others: listOthers(db, actor, conversationId) }
  })
}

/** A member has gone elsewhere. */
export function endViewing(db: TenantDb, actor: Actor, conversationId: number): ViewingResult {
  return inTransaction(db, () => {
    if (!findReachable(db, actor, conversationId)) return { ok: false, reason: 'not_found' }
    const { changes } = db.delete(v).where(isOwn(actor, conversationId)).run()
    if (changes > 0) tell(db, actor, conversationId)
    return { ok: true, others: [] }
  })
}

/** A member writes: in the caller's transaction, which has checked the reach. */
export function noteWriting(db: TenantDb, actor: Actor, conversationId: number): void {
  const now = Date.now()
  keepRow(db, { conversationId, memberId: actor.id, seenAt: now, typedAt: now })
}

/** What they wrote has been sent. In the caller's transaction. */
export function endWriting(db: TenantDb, actor: Actor, conversationId: number): void {
  db.update(v).set({ typedAt: null }).where(isOwn(actor, conversationId)).run()
}

/** Colleagues who have the conversation open now. The caller has checked the reach. */
export function listOthers(
  db: TenantDb,
  actor: Pick<Actor, 'id'>,
  conversationId: number,
): Viewer[] {
  const now = Date.now()
  return db
    .select({
      id: members.id,
      name: members.name,
      isTyping: sql<number>`coalesce(${v.typedAt}, 0) > ${now - TYPING_MS}`,
    })
    .from(v)
    .innerJoin(members, eq(members.id, v.memberId))
    .where(
      and(
        eq(v.conversationId, conversationId),
        ne(v.memberId, actor.id),
        gt(v.seenAt, now - HERE_MS),
      ),
    )
    .orderBy(members.name, members.id)
    .all()
    .map((row) => ({ ...row, isTyping: row.isTyping === 1 }))
}

function isOwn(actor: Pick<Actor, 'id'>, conversationId: number) {
  return and(eq(v.conversationId, conversationId), eq(v.memberId, actor.id))
}

function keepRow(db: TenantDb, row: typeof v.$inferInsert): void {
  const { memberId, seenAt } = row
  const set = row.typedAt === undefined ? { seenAt } : { seenAt, typedAt: row.typedAt }
  db.insert(v)
    .values(row)
    .onConflictDoUpdate({ target: [v.conversationId, v.memberId], set })
    .run()
  // Pages that were left without a word.
  db.delete(v)
    .where(and(eq(v.memberId, memberId), lt(v.seenAt, seenAt - HERE_MS)))
    .run()
}

function tell(db: TenantDb, actor: Actor, conversationId: number): void {
  recordChange(db, 'viewing', { conversationId, data: { memberId: actor.id } })
}
