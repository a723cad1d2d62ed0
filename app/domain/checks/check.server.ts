import { and, eq, gt, isNull, notInArray, or } from 'drizzle-orm'
import { recordChange } from '#app/domain/changes/record.server.ts'
import type { SourceKind } from '#app/domain/knowledge/passages.server.ts'
import { passages } from '#app/domain/knowledge/schema.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { jobs } from '#app/jobs/schema.server.ts'
import { inTransaction } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { findConflicts } from './conflicts.ts'
import { knowledgeChecks, knowledgeConflicts, knowledgeCoverage } from './schema.server.ts'

/** Beyond these, contradictions are not looked for. */
const PASSAGES_MAX = 5_000
/** Several changes in a row are looked at together. */
const DELAY_MS = 5_000

export type Covered = {
  question: string
  /** how likely the passages answer it at all, 0..1 */
  confidence: number
  best?: { sourceKind: SourceKind; sourceId: number; title: string } | undefined
}

/** Asks for a look at all knowledge, unless that is asked for already. */
export function checkLater(db: TenantDb, delayMs = DELAY_MS): void {
  const waiting = db
    .select({ id: jobs.id })
    .from(jobs)
    .where(and(eq(jobs.state, 'queued'), eq(jobs.kind, 'knowledge.check')))
    .limit(1)
    .get()
  if (waiting) return
  inTransaction(db, () => {
    enqueue(db, 'knowledge.check', {}, { runAt: Date.now() + delayMs })
    const askedAt = Date.now()
    db.insert(knowledgeChecks)
      .values({ id: 1, askedAt })
      .onConflictDoUpdate({ target: knowledgeChecks.id, set: { askedAt } })
      .run()
  })
}

/** Writes what a look at all knowledge found. What a person called fine stays so. */
export function writeCheck(db: TenantDb, coverage: Covered[], now: number): void {
  const conflicts = findConflicts(listChecked(db, now))
  inTransaction(db, () => {
    db.delete(knowledgeCoverage).run()
    coverage.forEach(({ question, confidence, best }, ordinal) => {
      db.insert(knowledgeCoverage)
        .values({ question, ordinal, confidence, ...best })
        .run()
    })
    const keys = conflicts.map(({ key }) => key)
    db.delete(knowledgeConflicts).where(notInArray(knowledgeConflicts.key, keys)).run()
    for (const { key, kind, left, right } of conflicts) {
      const sides = {
        ...{ leftKind: left.sourceKind, leftId: left.sourceId },
        ...{ leftTitle: left.title, leftText: left.text },
        ...{ rightKind: right.sourceKind, rightId: right.sourceId },
        ...{ rightTitle: right.title, rightText: right.text },
      }
      db.insert(knowledgeConflicts)
        .values({ key, kind, ...sides, foundAt: now })
        .onConflictDoNothing()
        .run()
    }
    db.insert(knowledgeChecks)
      .values({ id: 1, finishedAt: now })
      .onConflictDoUpdate({ target: knowledgeChecks.id, set: { finishedAt: now } })
      .run()
    recordChange(db, 'knowledge.changed')
  })
}

function listChecked(db: TenantDb, now: number) {
  const { sourceKind, sourceId, title, text, expiresAt } = passages
  return db
    .select({ sourceKind, sourceId, title, text })
    .from(passages)
    .where(or(isNull(expiresAt), gt(expiresAt, now)))
    .limit(PASSAGES_MAX)
    .all()
}
