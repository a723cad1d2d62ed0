import { asc, eq, sql } from 'drizzle-orm'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import type { Saver } from '#app/domain/company/settings.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { LabelColor } from './colors.ts'
import { conversationTags, tags } from './schema.server.ts'

/** More tags than this help nobody to find anything. */
const TAGS_MAX = 200

export type Tag = { id: number; name: string; color: LabelColor }
export type SaveTagResult =
  { ok: true; id: number } | { ok: false; reason: 'name_taken' | 'too_many' | 'not_found' }

/** All tags by name. */
export function listTags(db: TenantDb): Tag[] {
  return db
    .select({ id: tags.id, name: tags.name, color: tags.color })
    .from(tags)
    .orderBy(asc(tags.name))
    .all()
}

/** All tags by name, each with how many conversations carry it. */
export function listTagsWithUse(db: TenantDb): (Tag & { used: number })[] {
  const used = sql<number>`(select count(*) from ${conversationTags}
    where ${conversationTags.tagId} = ${tags.id})`
  return db
    .select({ id: tags.id, name: tags.name, color: tags.color, used })
    .from(tags)
    .orderBy(asc(tags.name))
    .all()
}

export function findTag(db: TenantDb, id: number): Tag | undefined {
  return db.select().from(tags).where(eq(tags.id, id)).get()
}

export function addTag(
  db: TenantDb,
  saver: Saver,
  tag: { name: string; color: LabelColor },
): SaveTagResult {
  return inTransaction(db, () => {
    if (findByName(db, tag.name)) return { ok: false, reason: 'name_taken' }
    if (listTags(db).length >= TAGS_MAX) return { ok: false, reason: 'too_many' }
    const row = db
      .insert(tags)
      .values({ ...tag, createdAt: Date.now() })
      .returning({ id: tags.id })
      .get()
    note(db, saver, 'tag.added', row.id, tag)
    return { ok: true, id: row.id }
  })
}

/** Renames or recolours; every conversation shows it at once. */
export function saveTag(
  db: TenantDb,
  saver: Saver,
  { id, ...tag }: { id: number; name: string; color: LabelColor },
): SaveTagResult {
  return inTransaction(db, () => {
    const before = findTag(db, id)
    if (!before) return { ok: false, reason: 'not_found' }
    const namesake = findByName(db, tag.name)
    if (namesake && namesake.id !== id) return { ok: false, reason: 'name_taken' }
    db.update(tags).set(tag).where(eq(tags.id, id)).run()
    note(db, saver, 'tag.changed', id, { from: before.name, to: tag.name })
    return { ok: true, id }
  })
}

/** Takes the tag off everything. @returns false when there is none */
export function deleteTag(db: TenantDb, saver: Saver, id: number): boolean {
  return inTransaction(db, () => {
    const before = findTag(db, id)
    if (!before) return false
    db.delete(tags).where(eq(tags.id, id)).run()
    note(db, saver, 'tag.deleted', id, { name: before.name })
    return true
  })
}

function findByName(db: TenantDb, name: string) {
  return db.select({ id: tags.id }).from(tags).where(eq(tags.name, name)).get()
}

function note(
  db: TenantDb,
  saver: Saver,
  action: string,
  id: number,
  details: Record<string, unknown>,
): void {
  const actor = { kind: 'member', id: saver.id, name: saver.name } as const
  recordAudit(db, actor, { action, subjectKind: 'tag', subjectId: id, details })
}
