import type { Sqlite } from '#app/tenancy/sqlite.server.ts'

export type KindCount = {
  kind: string
  state: 'queued' | 'running' | 'failed'
  count: number
  oldestAt: number
}

/** What a file's queue holds by kind: due, running and failed. What is done or planned is left out. */
export function countByKind(sqlite: Sqlite, now: number): KindCount[] {
  return sqlite
    .prepare<[number], KindCount>(
      `select kind, state, count(*) as count, min(run_at) as oldestAt from jobs
       where state in ('running', 'failed') or (state = 'queued' and run_at <= ?)
       group by kind, state`,
    )
    .all(now)
}
