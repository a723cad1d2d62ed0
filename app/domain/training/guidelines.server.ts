import { and, desc, eq } from 'drizzle-orm'
import { toLimit } from '#app/domain/knowledge/listing.ts'
import type { ListOptions, Page } from '#app/domain/knowledge/listing.ts'
import { pageCondition, toPage } from '#app/domain/knowledge/paging.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import { toAuthorId } from '#app/domain/members/author.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { guidelines } from './schema.server.ts'
import { writeTeaching } from './teaching.server.ts'

export const guidelineKinds = ['do', 'dont'] as const
export type GuidelineKind = (typeof guidelineKinds)[number]
export type Guideline = typeof guidelines.$inferSelect
export type NewGuideline = {
  kind: GuidelineKind
  text: string
  isActive: boolean
  memberId: number
}

/** Adds what the assistant must always or never do, or changes `id`. @returns false when there is none */
export function saveGuideline(db: TenantDb, guideline: NewGuideline, id?: number): boolean {
  const { kind, text, isActive, memberId } = guideline
  const updatedAt = Date.now()
  const values = { kind, text, isActive: Number(isActive), updatedAt }
  return inTransaction(db, () => {
    const { changes } =
      id === undefined
        ? db
            .insert(guidelines)
            .values({
              ...values,
              createdByMemberId: toAuthorId(memberId),
              createdAt: updatedAt,
            })
            .run()
        : db.update(guidelines).set(values).where(eq(guidelines.id, id)).run()
    writeTeaching(db)
    return changes > 0
  })
}

/** @returns false when there was none */
export function deleteGuideline(db: TenantDb, id: number): boolean {
  return inTransaction(db, () => {
    const { changes } = db.delete(guidelines).where(eq(guidelines.id, id)).run()
    writeTeaching(db)
    return changes > 0
  })
}

export function findGuideline(db: TenantDb, id: number): Guideline | undefined {
  return db.select().from(guidelines).where(eq(guidelines.id, id)).get()
}

/** Latest change first. */
export function listGuidelines(
  db: TenantDb,
  options: ListOptions & { kind?: GuidelineKind } = {},
): Page<Guideline> {
  const columns = { ...guidelines, searched: [guidelines.text] }
  const rows = db
    .select()
    .from(guidelines)
    .where(
      and(
        pageCondition(options, columns),
        options.kind ? eq(guidelines.kind, options.kind) : undefined,
      ),
    )
    .orderBy(desc(guidelines.updatedAt), desc(guidelines.id))
    .limit(toLimit(options.limit) + 1)
    .all()
  return toPage(rows, options.limit)
}
