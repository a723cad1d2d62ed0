import { withoutFlush } from '#app/tenancy/sqlite.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { LATENCY_STEPS } from './latency.ts'
import type { Taken } from './meter.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const KEPT_MS = 14 * DAY_MS
const API_DAYS_KEPT = 400
/** Different slow statements kept; the oldest go first. */
const SLOW_KEPT_MAX = 5_000

const STEPS = Array.from({ length: LATENCY_STEPS }, (_, step) => `b${step}`)
const STEP_PLACES = STEPS.map(() => '?').join(', ')
const STEPS_ADDED = STEPS.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')

const SUMS = ['requests', 'errors', 'refused', 'total_ms'] as const
const added = (names: readonly string[]) =>
  names.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')

const toMinutes = `insert into health_minutes (at, surface, ${SUMS.join(', ')}, ${STEPS.join(', ')})
  values (?, ?, ?, ?, ?, ?, ${STEP_PLACES})
  on conflict do update set ${added(SUMS)}, ${STEPS_ADDED}`
const toRoutes = `insert into health_routes
    (at, surface, route, ${SUMS.join(', ')}, slowest_ms, ${STEPS.join(', ')})
  values (?, ?, ?, ?, ?, ?, ?, ?, ${STEP_PLACES})
  on conflict do update set ${added(SUMS)}, ${STEPS_ADDED},
    slowest_ms = max(slowest_ms, excluded.slowest_ms)`
const toVendors = `insert into health_vendors (at, vendor, calls, refused, failed, total_ms)
  values (?, ?, ?, ?, ?, ?)
  on conflict do update set ${added(['calls', 'refused', 'failed', 'total_ms'])}`
const toAi = `insert into health_ai (at, model, calls, failed, input_tokens, output_tokens, cost_micros)
  values (?, ?, ?, ?, ?, ?, ?)
  on conflict do update set
    ${added(['calls', 'failed', 'input_tokens', 'output_tokens', 'cost_micros'])}`
const toJobs = `insert into health_jobs (at, kind, done, retried, failed, total_ms)
  values (?, ?, ?, ?, ?, ?)
  on conflict do update set ${added(['done', 'retried', 'failed', 'total_ms'])}`
const toSlow = `insert into slow_queries (at, tenant_id, statement, times, total_ms, slowest_ms, last_at)
  values (?, ?, ?, ?, ?, ?, ?)
  on conflict (at, tenant_id, statement) do update set ${added(['times', 'total_ms'])},
    slowest_ms = max(slowest_ms, excluded.slowest_ms), last_at = excluded.last_at`
const toApi = `insert into api_usage
    (tenant_id, key_id, day, key_name, requests, refused, errors, last_at)
  values (?, ?, ?, ?, ?, ?, ?, ?)
  on conflict do update set ${added(['requests', 'refused', 'errors'])},
    key_name = excluded.key_name, last_at = excluded.last_at`

/** Writes what was counted since the last time. Lost in a power cut, it is a minute of figures. */
export function keepCounts(platform: PlatformDb, taken: Taken, now: number): void {
  const sqlite = platformSqliteOf(platform)
  withoutFlush(sqlite, () =>
    inPlatformTransaction(platform, () => {
      keepRequests(platform, taken, now)
      keepOthers(platform, taken, now)
    }),
  )
}

function keepRequests(platform: PlatformDb, { routes }: Taken, now: number): void {
  const sqlite = platformSqliteOf(platform)
  const [minutes, hours] = [sqlite.prepare(toMinutes), sqlite.prepare(toRoutes)]
  const [minute, hour] = [floor(now, MINUTE_MS), floor(now, HOUR_MS)]
  for (const { surface, route, requests, errors, refused, totalMs, slowestMs, steps } of routes) {
    const counts = [requests, errors, refused, Math.round(totalMs)]
    minutes.run(minute, surface, ...counts, ...steps)
    hours.run(hour, surface, route, ...counts, Math.round(slowestMs), ...steps)
  }
}

function keepOthers(platform: PlatformDb, taken: Taken, now: number): void {
  const sqlite = platformSqliteOf(platform)
  const hour = floor(now, HOUR_MS)
  const [vendors, models, jobs] = [toVendors, toAi, toJobs].map((text) => sqlite.prepare(text))
  const [slow, api] = [toSlow, toApi].map((text) => sqlite.prepare(text))
  for (const [vendor, { calls, refused, failed, totalMs }] of taken.vendors)
    vendors?.run(hour, vendor, calls, refused, failed, Math.round(totalMs))
  for (const [model, { calls, failed, inputTokens, outputTokens, costMicros }] of taken.ai)
    models?.run(hour, model, calls, failed, inputTokens, outputTokens, costMicros)
  for (const [kind, { done, retried, failed, totalMs }] of taken.jobs)
    jobs?.run(hour, kind, done, retried, failed, Math.round(totalMs))
  for (const { tenantId, statement, times, totalMs, slowestMs, lastAt } of taken.slow) {
    const took = [Math.round(totalMs), Math.round(slowestMs)]
    slow?.run(hour, tenantId, statement, times, ...took, lastAt)
  }
  for (const { tenantId, keyId, keyName, requests, refused, errors, lastAt } of taken.api) {
    const day = Math.floor(lastAt / DAY_MS)
    api?.run(tenantId, keyId, day, keyName, requests, refused, errors, lastAt)
  }
}

export type ProcessState = {
  role: string
  lagMs: number | null
  loopDelayMs: number
  memoryBytes: number
  handles: number
  streams: number
  jobsRunning: number
}

/** What the process looks like at the end of a minute, with the platform's own queue. */
export function keepState(platform: PlatformDb, state: ProcessState, now: number): void {
  const sqlite = platformSqliteOf(platform)
  withoutFlush(sqlite, () =>
    sqlite
      .prepare(
        `insert or replace into health_states (at, role, lag_ms, loop_delay_ms, memory_bytes,
           handles, streams, jobs_running, jobs_waiting, jobs_failed)
         values (?, ?, ?, ?, ?, ?, ?, ?,
           (select count(*) from jobs where state = 'queued' and run_at <= ?),
           (select count(*) from jobs where state = 'failed'))`,
      )
      .run(
        ...[floor(now, MINUTE_MS), state.role, state.lagMs, Math.round(state.loopDelayMs)],
        ...[state.memoryBytes, state.handles, state.streams, state.jobsRunning, now],
      ),
  )
}

export type DiskState = { free: number; total: number; databases: number; uploads: number }

export function keepDisk(platform: PlatformDb, disk: DiskState, now: number): void {
  platformSqliteOf(platform)
    .prepare(
      `insert or replace into health_disk
         (at, free_bytes, total_bytes, databases_bytes, uploads_bytes) values (?, ?, ?, ?, ?)`,
    )
    .run(floor(now, MINUTE_MS), disk.free, disk.total, disk.databases, disk.uploads)
}

/** Forgets figures after 14 days, and who used the API after 400. */
export function pruneHealth(platform: PlatformDb, now: number): void {
  const sqlite = platformSqliteOf(platform)
  const tables = ['minutes', 'routes', 'states', 'disk', 'vendors', 'ai', 'jobs']
  for (const table of tables)
    sqlite.prepare(`delete from health_${table} where at < ?`).run(now - KEPT_MS)
  sqlite.prepare('delete from slow_queries where at < ?').run(now - KEPT_MS)
  sqlite
    .prepare(
      `delete from slow_queries where id <=
         (select id from slow_queries order by id desc limit 1 offset ?)`,
    )
    .run(SLOW_KEPT_MAX)
  sqlite
    .prepare('delete from api_usage where day < ?')
    .run(Math.floor(now / DAY_MS) - API_DAYS_KEPT)
  sqlite
    .prepare('delete from tenant_activity where day < ?')
    .run(Math.floor((now - KEPT_MS) / DAY_MS) - 1)
}

function floor(at: number, stepMs: number): number {
  return Math.floor(at / stepMs) * stepMs
}
