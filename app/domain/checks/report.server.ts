import { and, asc, eq } from 'drizzle-orm'
import { sql } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import { toAuthorId } from '#app/domain/members/author.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { knowledgeChecks, knowledgeConflicts, knowledgeCoverage } from './schema.server.ts'

/** From this likelihood on a passage counts as an answer. */
const ANSWERED_FROM = 0.5
const CONFLICTS_SHOWN = 30
const STALE_SHOWN = 30
const DAY_MS = 24 * 3_600_000
/** A website that was not read for so long, a text that nobody changed for so long. */
const PAGE_STALE_DAYS = 30
const TEXT_STALE_DAYS = 180
/** Still used: an answer rests on it within so many days. */
const USED_DAYS = 90

export type StaleSource = {
  id: number
  name: string
  updatedAt: number
  lastUsedAt: number
  isPage: number
}

/** What the newest look at all knowledge found. */
export function getCheckReport(db: TenantDb) {
  const check = db.select().from(knowledgeChecks).get()
  const coverage = db
    .select()
    .from(knowledgeCoverage)
    .orderBy(asc(knowledgeCoverage.ordinal))
    .all()
    .map((row) => ({ ...row, isAnswered: row.confidence >= ANSWERED_FROM }))
  const conflicts = db
    .select()
    .from(knowledgeConflicts)
    .where(eq(knowledgeConflicts.state, 'open'))
    .orderBy(asc(knowledgeConflicts.id))
    .limit(CONFLICTS_SHOWN)
    .all()
  return { finishedAt: check?.finishedAt ?? null, coverage, conflicts }
}

/** Documents and pages that answers rest on and that were not renewed for long. */
export function listStale(db: TenantDb, now: number): StaleSource[] {
  return db.all<StaleSource>(sql`
    select documents.id, documents.name, documents.origin = 'page' as isPage,
      coalesce(website_pages.read_at, documents.updated_at) as updatedAt,
      used.last as lastUsedAt
    from (
      select source_id, max(ai_answers.created_at) as last
      from ai_answer_sources join ai_answers on ai_answers.id = ai_answer_sources.answer_id
      where source_kind = 'document' and is_cited = 1
      group by source_id having last > ${now - USED_DAYS * DAY_MS}
    ) as used
    join documents on documents.id = used.source_id
    left join website_pages on website_pages.document_id = documents.id
    where coalesce(website_pages.read_at, documents.updated_at)
      < case when documents.origin = 'page' then ${now - PAGE_STALE_DAYS * DAY_MS}
        else ${now - TEXT_STALE_DAYS * DAY_MS} end
    order by updatedAt limit ${STALE_SHOWN}`)
}

/** A person says that two statements do not contradict each other. @returns false when there is none */
export function settleConflict(db: TenantDb, id: number, memberId: number): boolean {
  return inTransaction(db, () => {
    const { changes } = db
      .update(knowledgeConflicts)
      .set({ state: 'fine', settledByMemberId: toAuthorId(memberId) })
      .where(and(eq(knowledgeConflicts.id, id), eq(knowledgeConflicts.state, 'open')))
      .run()
    if (changes > 0) recordChange(db, 'knowledge.changed')
    return changes > 0
  })
}
