import type { JobKind } from '#app/jobs/registry.ts'
import { signalTenant } from '#app/tenancy/signals.server.ts'
import { recordPlatformAudit } from './audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from './db.server.ts'
import type { PlatformDb } from './db.server.ts'
import { PLATFORM_STORE } from './jobs.server.ts'
import type { PlatformActor } from './users/permissions.ts'

const PAGE_SIZE = 30

export type FailedPlatformJob = {
  id: number
  kind: JobKind
  attempts: number
  lastError: string | null
  finishedAt: number | null
}

export function countFailedJobs(platform: PlatformDb): number {
  return platformSqliteOf(platform)
    .prepare<[], number>(`select count(*) from jobs where state = 'failed'`)
    .pluck()
    .get()!
}

/** The platform's own work that could run now. */
export function countDueJobs(platform: PlatformDb): number {
  return platformSqliteOf(platform)
    .prepare<[number], number>(`select count(*) from jobs where state = 'queued' and run_at <= ?`)
    .pluck()
    .get(Date.now())!
}

/** The platform's own work that was given up, newest first, 30 a page. */
export function listFailedPlatformJobs(
  platform: PlatformDb,
  before = Number.MAX_SAFE_INTEGER,
): { rows: FailedPlatformJob[]; hasNext: boolean } {
  const found = platformSqliteOf(platform)
    .prepare<[number, number], FailedPlatformJob>(
      `select id, kind, attempts, last_error as lastError, finished_at as finishedAt from jobs
       where state = 'failed' and id < ? order by id desc limit ?`,
    )
    .all(before, PAGE_SIZE + 1)
  return { rows: found.slice(0, PAGE_SIZE), hasNext: found.length > PAGE_SIZE }
}

/** Tries failed work again with all its attempts. @returns false when there is no such job */
export function retryPlatformJob(
  platform: PlatformDb,
  actor: PlatformActor,
  { id, at }: { id: number; at: number },
): boolean {
  const isQueued = inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare(
        `update jobs set state = 'queued', attempts = 0, run_at = ?, finished_at = null,
           lease_token = null, lease_until = null where id = ? and state = 'failed'`,
      )
      .run(at, id)
    if (changes === 0) return false
    const by = { kind: 'user', id: actor.id, name: actor.name } as const
    recordPlatformAudit(platform, by, { action: 'job.retried', details: { id } })
    return true
  })
  if (isQueued) signalTenant(PLATFORM_STORE, 'jobs')
  return isQueued
}
