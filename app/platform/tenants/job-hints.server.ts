import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

/**
 * Tells a running server in another process that a company has work waiting. Only a hint:
 * a lost one is healed by the server's sweep.
 */
export function hintJobs(platform: PlatformDb, tenantId: string, runAt: number): void {
  platformSqliteOf(platform)
    .prepare(`update tenants set next_job_at = min(coalesce(next_job_at, ?), ?) where id = ?`)
    .run(runAt, runAt, tenantId)
}

/** Takes the hints that are due, so that each is acted on once. @returns tenant ids */
export function takeDueHints(platform: PlatformDb, now: number): string[] {
  const sqlite = platformSqliteOf(platform)
  const due = sqlite
    .prepare<[number], string>('select id from tenants where next_job_at <= ?')
    .pluck()
    .all(now)
  if (due.length === 0) return []
  const clear = sqlite.prepare(
    'update tenants set next_job_at = null where id = ? and next_job_at <= ?',
  )
  for (const id of due) clear.run(id, now)
  return due
}
