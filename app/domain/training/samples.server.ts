import { desc, eq } from 'drizzle-orm'
import { toLimit } from '#app/domain/knowledge/listing.ts'
import type { ListOptions, Page } from '#app/domain/knowledge/listing.ts'
import { pageCondition, toPage } from '#app/domain/knowledge/paging.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import { toAuthorId } from '#app/domain/members/author.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { sampleConversations } from './schema.server.ts'
import { writeTeaching } from './teaching.server.ts'
import type { SampleTurn } from './turns.ts'

export type Sample = typeof sampleConversations.$inferSelect
export type NewSample = { title: string; turns: SampleTurn[]; isActive: boolean; memberId: number }

/** Adds an example of how the company talks, or changes `id`. @returns false when there is none */
export function saveSample(db: TenantDb, sample: NewSample, id?: number): boolean {
  const { title, turns, isActive, memberId } = sample
  const updatedAt = Date.now()
  const values = { title, turnsJson: JSON.stringify(turns), isActive: Number(isActive), updatedAt }
  return inTransaction(db, () => {
    const { changes } =
      id === undefined
        ? db
            .insert(sampleConversations)
            .values({
              ...values,
              createdByMemberId: toAuthorId(memberId),
              createdAt: updatedAt,
            })
            .run()
        : db.update(sampleConversations).set(values).where(eq(sampleConversations.id, id)).run()
    writeTeaching(db)
    return changes > 0
  })
}

/** @returns false when there was none */
export function deleteSample(db: TenantDb, id: number): boolean {
  return inTransaction(db, () => {
    const { changes } = db.delete(sampleConversations).where(eq(sampleConversations.id, id)).run()
    writeTeaching(db)
    return changes > 0
  })
}

export function findSample(db: TenantDb, id: number): Sample | undefined {
  return db.select().from(sampleConversations).where(eq(sampleConversations.id, id)).get()
}

/** Latest change first. */
export function listSamples(db: TenantDb, options: ListOptions = {}): Page<Sample> {
  const { title, turnsJson } = sampleConversations
  const columns = { ...sampleConversations, searched: [title, turnsJson] }
  const rows = db
    .select()
    .from(sampleConversations)
    .where(pageCondition(options, columns))
    .orderBy(desc(sampleConversations.updatedAt), desc(sampleConversations.id))
    .limit(toLimit(options.limit) + 1)
    .all()
  return toPage(rows, options.limit)
}
