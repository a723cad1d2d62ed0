import { getCompany } from '#app/domain/company/queries.server.ts'
import { writeCheck } from '#app/domain/checks/check.server.ts'
import type { Covered } from '#app/domain/checks/check.server.ts'
import { standardQuestions } from '#app/industries/questions.ts'
import type { ReplyDeps } from '#app/ai/reply/deps.ts'
import type { JobContext } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/**
 * Job knowledge.check: asks the trade's standard questions of what the company has taught, and
 * looks for statements that contradict each other.
 */
export async function checkKnowledge(
  db: TenantDb,
  deps: Pick<ReplyDeps, 'retrieve'>,
  job: Pick<JobContext, 'complete'>,
): Promise<void> {
  const coverage: Covered[] = []
  for (const question of standardQuestions(getCompany(db).industry)) {
    const { passages, confidence } = await deps.retrieve(db, question)
    const [best] = passages
    coverage.push({
      ...{ question, confidence },
      best: best && { sourceKind: best.sourceKind, sourceId: best.sourceId, title: best.title },
    })
  }
  job.complete(() => writeCheck(db, coverage, Date.now()))
}
