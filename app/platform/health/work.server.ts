import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'

const COMPANIES_SHOWN = 30
const SLOW_PAGE = 30
const DAY_MS = 86_400_000

export type KindCount = {
  kind: string
  state: 'queued' | 'running' | 'failed'
  count: number
  oldestAt: number
}
export type DayCount = { day: number; messages: number }

/** What a company's file held when it was looked at; replaces what was noted before. */
export function keepTenantState(
  platform: PlatformDb,
  tenantId: string,
  { jobs, days, at }: { jobs: KindCount[]; days: DayCount[]; at: number },
): void {
  const sqlite = platformSqliteOf(platform)
  inPlatformTransaction(platform, () => {
    sqlite.prepare('delete from tenant_jobs where tenant_id = ?').run(tenantId)
    const addJobs = sqlite.prepare('insert into tenant_jobs values (?, ?, ?, ?, ?, ?)')
    for (const { kind, state, count, oldestAt } of jobs)
      addJobs.run(tenantId, kind, state, count, oldestAt, at)
    const addDay = sqlite.prepare('insert or replace into tenant_activity values (?, ?, ?)')
    for (const { day, messages } of days) addDay.run(tenantId, day, messages)
  })
}

/** The first day a company's messages still have to be counted for: days since 1970. */
export function firstUncountedDay(platform: PlatformDb, tenantId: string, now: number): number {
  const today = Math.floor(now / DAY_MS)
  const known = platformSqliteOf(platform)
    .prepare<[string], number | null>('select max(day) from tenant_activity where tenant_id = ?')
    .pluck()
    .get(tenantId)
  // The last counted day may have gone on after it was counted.
  return known ?? today - 14
}

export type KindFigures = {
  kind: string
  waiting: number
  running: number
  failed: number
  /** of those waiting, UTC ms */
  oldestAt: number | null
  done: number
  retried: number
  averageMs: number | null
}

const KINDS = `
  with found as (
    select kind, state, count, oldest_at from tenant_jobs
    union all
    select kind, state, count(*), min(run_at) from jobs
    where state in ('queued', 'running', 'failed') and (state <> 'queued' or run_at <= @now) group by kind, state
  ), now as (
    select kind, sum(count) filter (where state = 'queued') as waiting,
      sum(count) filter (where state = 'running') as running,
      sum(count) filter (where state = 'failed') as failed,
      min(oldest_at) filter (where state = 'queued') as oldestAt
    from found group by kind
  ), past as (
    select kind, sum(done) as done, sum(retried) as retried, sum(total_ms) as totalMs,
      sum(done + retried + failed) as runs from health_jobs where at >= @since group by kind
  ), kinds as (select kind from now union select kind from past)
  select kinds.kind, coalesce(now.waiting, 0) as waiting, coalesce(now.running, 0) as running,
    coalesce(now.failed, 0) as failed, now.oldestAt, coalesce(past.done, 0) as done,
    coalesce(past.retried, 0) as retried, past.totalMs / nullif(past.runs, 0) as averageMs
  from kinds left join now on now.kind = kinds.kind left join past on past.kind = kinds.kind
  order by failed desc, waiting desc, done desc, kinds.kind`

/** Work of the platform and of all companies by kind: what waits, what failed, what was done. */
export function listJobKinds(
  platform: PlatformDb,
  { since, now }: { since: number; now: number },
): KindFigures[] {
  return platformSqliteOf(platform)
    .prepare<[{ since: number; now: number }], KindFigures>(KINDS)
    .all({ since, now })
}

export type CompanyWork = {
  tenantId: string
  name: string
  kind: string
  count: number
  oldestAt: number
  measuredAt: number
}

/** The companies with most work of one state, and when each was looked at. */
export function listCompanyWork(platform: PlatformDb, state: 'queued' | 'failed'): CompanyWork[] {
  return platformSqliteOf(platform)
    .prepare<[string], CompanyWork>(
      `select j.tenant_id as tenantId, t.name, j.kind, j.count, j.oldest_at as oldestAt,
         j.measured_at as measuredAt
       from tenant_jobs j join tenants t on t.id = j.tenant_id
       where j.state = ? order by j.count desc, t.name limit ${COMPANIES_SHOWN}`,
    )
    .all(state)
}

/** When companies' files were last looked at, UTC ms. */
export function workMeasuredAt(platform: PlatformDb): number | null {
  return platformSqliteOf(platform)
    .prepare<[], number | null>('select max(measured_at) from tenant_jobs')
    .pluck()
    .get()!
}

export type SlowRow = {
  id: number
  tenantId: string
  name: string | null
  statement: string
  times: number
  averageMs: number
  slowestMs: number
  lastAt: number
}

/** Statements that took long, the newest hour first, 30 a page. @param before id of the last row shown */
export function listSlow(
  platform: PlatformDb,
  { before = Number.MAX_SAFE_INTEGER, search = '' }: { before?: number; search?: string } = {},
): { rows: SlowRow[]; hasNext: boolean } {
  const found = platformSqliteOf(platform)
    .prepare<[number, string, string, number], SlowRow>(
      `select q.id, q.tenant_id as tenantId, t.name, q.statement, q.times,
         q.total_ms / q.times as averageMs, q.slowest_ms as slowestMs, q.last_at as lastAt
       from slow_queries q left join tenants t on t.id = q.tenant_id
       where q.id < ? and (? = '' or instr(lower(q.statement), lower(?)) > 0)
       order by q.id desc limit ?`,
    )
    .all(before, search, search, SLOW_PAGE + 1)
  return { rows: found.slice(0, SLOW_PAGE), hasNext: found.length > SLOW_PAGE }
}

export function countSlow(platform: PlatformDb, since: number): number {
  return platformSqliteOf(platform)
    .prepare<[number], number>('select coalesce(sum(times), 0) from slow_queries where at >= ?')
    .pluck()
    .get(since)!
}
