import { and, eq } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { conversationTags, priorities, tags } from '#app/domain/labels/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findReachable } from './reach.server.ts'
import { conversations } from './schema.server.ts'

export type LabelResult<B> =
  | { ok: true; /** what it was before */ before: B }
  | { ok: false; reason: 'not_found' | 'tag_not_found' | 'priority_not_found' }

/** Puts a tag on a conversation or takes it off. */
export function setTag(
  db: TenantDb,
  actor: Actor,
  order: { conversationId: number; tagId: number; isOn: boolean },
): LabelResult<boolean> {
  const { conversationId, tagId, isOn } = order
  return inTransaction(db, () => {
    if (!findReachable(db, actor, conversationId)) return { ok: false, reason: 'not_found' }
    const tag = db.select({ id: tags.id }).from(tags).where(eq(tags.id, tagId)).get()
    if (!tag) return { ok: false, reason: 'tag_not_found' }
    const isThis = and(
      eq(conversationTags.conversationId, conversationId),
      eq(conversationTags.tagId, tagId),
    )
    const { changes } = isOn
      ? db
          .insert(conversationTags)
          .values({ conversationId, tagId, at: Date.now() })
          .onConflictDoNothing()
          .run()
      : db.delete(conversationTags).where(isThis).run()
    if (changes > 0) recordChange(db, 'conversation.changed', { conversationId })
    return { ok: true, before: changes > 0 ? !isOn : isOn }
  })
}

/** Says how urgent a conversation is; null is the company's usual priority. */
export function setPriority(
  db: TenantDb,
  actor: Actor,
  { conversationId, priorityId }: { conversationId: number; priorityId: number | null },
): LabelResult<number | null> {
  return inTransaction(db, () => {
    const conversation = findReachable(db, actor, conversationId)
    if (!conversation) return { ok: false, reason: 'not_found' }
    const isKnown =
      priorityId === null ||
      db.select({ id: priorities.id }).from(priorities).where(eq(priorities.id, priorityId)).get()
    if (!isKnown) return { ok: false, reason: 'priority_not_found' }
    const before = conversation.priorityId
    if (before === priorityId) return { ok: true, before }
    db.update(conversations)
      .set({ priorityId, updatedAt: Date.now() })
      .where(eq(conversations.id, conversationId))
      .run()
    recordChange(db, 'conversation.changed', { conversationId })
    return { ok: true, before }
  })
}
