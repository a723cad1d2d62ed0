import { and, eq } from 'drizzle-orm'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { DraftKind, Drafts } from './drafts.ts'
import { drafts } from './schema.server.ts'

export type SaveDraftResult =
  { ok: true; savedAt: number } | { ok: false; reason: 'not_found' | 'message_too_long' }

export const DRAFT_CHARS_MAX = 20_000

/** Keeps what a member has typed and not sent; an empty text keeps nothing. Nobody else sees it. */
export function saveDraft(
  db: TenantDb,
  actor: Actor,
  draft: { conversationId: number; kind: DraftKind; text: string },
): SaveDraftResult {
  const { conversationId, kind, text } = draft
  if (text.length > DRAFT_CHARS_MAX) return { ok: false, reason: 'message_too_long' }
  return inTransaction(db, () => {
    if (!findReachable(db, actor, conversationId)) return { ok: false, reason: 'not_found' }
    const savedAt = Date.now()
    if (text.trim() === '') deleteDraft(db, actor, conversationId, kind)
    else {
      const { memberId, conversationId: conversation, kind: of } = drafts
      db.insert(drafts)
        .values({ memberId: actor.id, conversationId, kind, text, updatedAt: savedAt })
        .onConflictDoUpdate({
          ...{ target: [memberId, conversation, of], set: { text, updatedAt: savedAt } },
        })
        .run()
    }
    return { ok: true, savedAt }
  })
}

/** In the caller's transaction: what was typed has been sent. */
export function deleteDraft(
  db: TenantDb,
  actor: Pick<Actor, 'id'>,
  conversationId: number,
  kind: DraftKind,
): void {
  db.delete(drafts)
    .where(
      and(
        eq(drafts.memberId, actor.id),
        eq(drafts.conversationId, conversationId),
        eq(drafts.kind, kind),
      ),
    )
    .run()
}

/** A member's own drafts of a conversation. The caller has checked the reach. */
export function findDrafts(db: TenantDb, actor: Pick<Actor, 'id'>, conversationId: number): Drafts {
  const rows = db
    .select({ kind: drafts.kind, text: drafts.text, savedAt: drafts.updatedAt })
    .from(drafts)
    .where(and(eq(drafts.memberId, actor.id), eq(drafts.conversationId, conversationId)))
    .all()
  return Object.fromEntries(rows.map(({ kind, ...draft }) => [kind, draft]))
}
