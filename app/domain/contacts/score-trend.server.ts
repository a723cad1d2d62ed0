import { desc, eq, sql } from 'drizzle-orm'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { scoreHistory } from './schema.server.ts'

const POINTS_MAX = 12

const HISTORY = Symbol('score.trend')

export type ScorePoint = { score: number; at: number }

/** How a contact's score went, oldest first; it is noted whenever it changes. */
export function listScoreHistory(db: TenantDb, contactId: number): ScorePoint[] {
  return prepared(db, HISTORY, selectHistory).all({ contactId }).reverse()
}

function selectHistory(db: TenantDb) {
  return db
    .select({ score: scoreHistory.score, at: scoreHistory.at })
    .from(scoreHistory)
    .where(eq(scoreHistory.contactId, sql.placeholder('contactId')))
    .orderBy(desc(scoreHistory.id))
    .limit(POINTS_MAX)
    .prepare()
}
