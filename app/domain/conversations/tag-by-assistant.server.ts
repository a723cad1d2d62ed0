import { sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { conversationTags, tags } from '#app/domain/labels/schema.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** Puts one of the company's tags on a conversation. @returns false when there is no such tag */
export function tagByAssistant(
  db: TenantDb,
  { conversationId, tagName, now }: { conversationId: number; tagName: string; now: number },
): boolean {
  const tag = db
    .select({ id: tags.id })
    .from(tags)
    .where(sql`${tags.name} = ${tagName}`)
    .get()
  if (!tag) return false
  const { changes } = db
    .insert(conversationTags)
    .values({ conversationId, tagId: tag.id, at: now })
    .onConflictDoNothing()
    .run()
  if (changes > 0) recordChange(db, 'conversation.changed', { conversationId })
  return true
}
