import { and, desc, eq, gt, isNull } from 'drizzle-orm'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { contactMerges, conversationMerges } from './schema.server.ts'

/** How long a merge can be taken apart again. */
export const MERGE_UNDO_MS = 30 * 24 * 3_600_000

const SHOWN_MAX = 20

/** Merges into a contact and among its conversations that can still be undone, newest first. */
export function listMergesInto(db: TenantDb, contactId: number, now = Date.now()) {
  const after = now - MERGE_UNDO_MS
  const people = db
    .select({
      ...{ id: contactMerges.id, at: contactMerges.at, byName: members.name },
      undoJson: contactMerges.undoJson,
    })
    .from(contactMerges)
    .leftJoin(members, eq(members.id, contactMerges.byMemberId))
    .where(
      and(
        ...[eq(contactMerges.survivorId, contactId), gt(contactMerges.at, after)],
        isNull(contactMerges.undoneAt),
      ),
    )
    .orderBy(desc(contactMerges.id))
    .limit(SHOWN_MAX)
    .all()
  return [
    ...people.map(({ undoJson, ...merge }) => ({
      ...{ ...merge, of: 'contact' as const, undoUntil: merge.at + MERGE_UNDO_MS },
      name: (JSON.parse(undoJson) as { mergedName: string }).mergedName,
    })),
    ...listConversationMerges(db, contactId, after),
  ]
}

function listConversationMerges(db: TenantDb, contactId: number, after: number) {
  return db
    .select({
      ...{ id: conversationMerges.id, at: conversationMerges.at, byName: members.name },
    })
    .from(conversationMerges)
    .innerJoin(conversations, eq(conversations.id, conversationMerges.survivorId))
    .leftJoin(members, eq(members.id, conversationMerges.byMemberId))
    .where(
      and(
        ...[eq(conversations.contactId, contactId), gt(conversationMerges.at, after)],
        isNull(conversationMerges.undoneAt),
      ),
    )
    .orderBy(desc(conversationMerges.id))
    .limit(SHOWN_MAX)
    .all()
    .map((merge) => ({
      ...{ ...merge, of: 'conversation' as const, name: '', undoUntil: merge.at + MERGE_UNDO_MS },
    }))
}
