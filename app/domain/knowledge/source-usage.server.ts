import { sql } from 'drizzle-orm'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { PassageSource, SourceKind } from './passages.server.ts'

type SourceColumn = 'documents.id' | 'faqs.id' | 'products.id' | 'staff_facts.id'

/**
 * What a source was used for: answers that rest on it, and when the newest was written. Columns
 * for a select; `id` is written out with its table.
 */
export function usage(kind: SourceKind, id: SourceColumn) {
  const used = sql`ai_answer_sources.source_kind = ${kind}
    and ai_answer_sources.source_id = ${sql.raw(id)} and ai_answer_sources.is_cited = 1`
  return {
    usedCount: sql<number>`(select count(*) from ai_answer_sources where ${used})`,
    lastUsedAt: sql<number | null>`(select ai_answers.created_at from ai_answer_sources
      join ai_answers on ai_answers.id = ai_answer_sources.answer_id
      where ${used} order by ai_answer_sources.answer_id desc limit 1)`,
  }
}

export type SourceUsage = { usedCount: number; lastUsedAt: number | null }

export function getUsage(db: TenantDb, { kind, id }: PassageSource): SourceUsage {
  return (
    db.get<SourceUsage>(sql`
      select count(*) as usedCount, max(ai_answers.created_at) as lastUsedAt
      from ai_answer_sources join ai_answers on ai_answers.id = ai_answer_sources.answer_id
      where source_kind = ${kind} and source_id = ${id} and is_cited = 1`) ?? {
      ...{ usedCount: 0, lastUsedAt: null },
    }
  )
}
