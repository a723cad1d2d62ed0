import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { LATENCY_STEPS, percentileOf } from './latency.ts'
import type { MeasuredSurface } from './meter.ts'
import type { HealthRange } from './ranges.ts'
import { ranges } from './ranges.ts'

const ROUTES_SHOWN_MAX = 100

const STEPS = Array.from({ length: LATENCY_STEPS }, (_, step) => `b${step}`)
const STEP_SUMS = STEPS.map((name) => `sum(${name})`).join(" || ',' || ")
const SUMS = `sum(requests) as requests, sum(errors) as errors, sum(refused) as refused,
  sum(total_ms) as totalMs, ${STEP_SUMS} as steps`

type SummedRow = {
  requests: number
  errors: number
  refused: number
  totalMs: number
  steps: string
}

/** Requests of a stretch of time; percentiles are ms, null where nothing was asked. */
export type RequestFigures = {
  requests: number
  errors: number
  refused: number
  p50: number | null
  p95: number | null
  p99: number | null
}

/** Requests step by step over a range, gaps included, the newest last. */
export function readRequestSeries(
  platform: PlatformDb,
  { range, now }: { range: HealthRange; now: number },
): ({ at: number } & RequestFigures)[] {
  const { stepMs, steps, table } = ranges[range]
  const first = Math.floor(now / stepMs) * stepMs - (steps - 1) * stepMs
  const rows = platformSqliteOf(platform)
    .prepare<[number], SummedRow & { slot: number }>(
      // Written in, because a bound number is a real one and divides without rounding.
      `select at / ${stepMs} * ${stepMs} as slot, ${SUMS} from ${table} where at >= ? group by slot`,
    )
    .all(first)
  const known = new Map(rows.map((row) => [row.slot, row]))
  return Array.from({ length: steps }, (_, index) => {
    const at = first + index * stepMs
    return { at, ...toFigures(known.get(at)) }
  })
}

/** Requests of a whole range, of all surfaces together. */
export function sumRequests(
  platform: PlatformDb,
  { since, table = 'health_minutes' }: { since: number; table?: string },
): RequestFigures {
  const row = platformSqliteOf(platform)
    .prepare<[number], SummedRow>(`select ${SUMS} from ${table} where at >= ?`)
    .get(since)
  return toFigures(row?.requests ? row : undefined)
}

export type RouteFigures = RequestFigures & {
  surface: MeasuredSurface
  route: string
  slowestMs: number
}

export const routeOrders = ['requests', 'errors', 'slow'] as const
export type RouteOrder = (typeof routeOrders)[number]

const ORDER: Record<RouteOrder, string> = {
  requests: 'requests desc',
  errors: 'errors desc, refused desc',
  slow: 'totalMs / requests desc',
}

/** The addresses that were asked for most, failed most or took longest; at most 100. */
export function listRoutes(
  platform: PlatformDb,
  { since, order, surface }: { since: number; order: RouteOrder; surface?: MeasuredSurface },
): RouteFigures[] {
  return platformSqliteOf(platform)
    .prepare<
      [{ since: number; surface: string | null }],
      SummedRow & { surface: MeasuredSurface; route: string; slowestMs: number }
    >(
      `select surface, route, max(slowest_ms) as slowestMs, ${SUMS} from health_routes
       where at >= @since and (@surface is null or surface = @surface) group by surface, route
       order by ${ORDER[order]}, route limit ${ROUTES_SHOWN_MAX}`,
    )
    .all({ since, surface: surface ?? null })
    .map(({ surface: of, route, slowestMs, ...row }) => {
      return { surface: of, route, slowestMs, ...toFigures(row) }
    })
}

export type StateFigures = {
  at: number
  role: string
  lagMs: number | null
  loopDelayMs: number
  memoryBytes: number
  handles: number
  streams: number
  jobsRunning: number
  jobsWaiting: number
  jobsFailed: number
}

/** The process at the end of its last whole minute. */
export function readState(platform: PlatformDb): StateFigures | undefined {
  return platformSqliteOf(platform)
    .prepare<[], StateFigures>(
      `select at, role, lag_ms as lagMs, loop_delay_ms as loopDelayMs, memory_bytes as memoryBytes,
         handles, streams, jobs_running as jobsRunning, jobs_waiting as jobsWaiting,
         jobs_failed as jobsFailed from health_states order by at desc limit 1`,
    )
    .get()
}

export type DiskFigures = {
  at: number
  free: number
  total: number
  databases: number
  uploads: number
}

export function readDiskState(platform: PlatformDb): DiskFigures | undefined {
  return platformSqliteOf(platform)
    .prepare<[], DiskFigures>(
      `select at, free_bytes as free, total_bytes as total, databases_bytes as databases,
         uploads_bytes as uploads from health_disk order by at desc limit 1`,
    )
    .get()
}

export type VendorFigures = {
  vendor: string
  calls: number
  refused: number
  failed: number
  averageMs: number
}

export function listVendors(platform: PlatformDb, since: number): VendorFigures[] {
  return platformSqliteOf(platform)
    .prepare<[number], VendorFigures>(
      `select vendor, sum(calls) as calls, sum(refused) as refused, sum(failed) as failed,
         sum(total_ms) / sum(calls) as averageMs from health_vendors where at >= ?
       group by vendor order by calls desc`,
    )
    .all(since)
}

export type ModelFigures = {
  model: string
  calls: number
  failed: number
  inputTokens: number
  outputTokens: number
  costMicros: number
}

export function listModels(platform: PlatformDb, since: number): ModelFigures[] {
  return platformSqliteOf(platform)
    .prepare<[number], ModelFigures>(
      `select model, sum(calls) as calls, sum(failed) as failed, sum(input_tokens) as inputTokens,
         sum(output_tokens) as outputTokens, sum(cost_micros) as costMicros
       from health_ai where at >= ? group by model order by calls desc`,
    )
    .all(since)
}

function toFigures(row: SummedRow | undefined): RequestFigures {
  const { requests = 0, errors = 0, refused = 0 } = row ?? {}
  const counts = row?.steps ? row.steps.split(',').map(Number) : []
  return {
    ...{ requests, errors, refused, p50: percentileOf(counts, 0.5) },
    ...{ p95: percentileOf(counts, 0.95), p99: percentileOf(counts, 0.99) },
  }
}
