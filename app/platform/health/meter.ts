import { LATENCY_STEPS, stepOf } from './latency.ts'

export const surfaces = ['app', 'portal', 'api', 'webhook', 'widget', 'other'] as const
export type MeasuredSurface = (typeof surfaces)[number]

/** What statements, tenants and keys may add up to between two flushes; more is left out. */
const SLOW_MAX = 200
const API_KEYS_MAX = 5_000

export type RequestCounts = {
  requests: number
  errors: number
  refused: number
  totalMs: number
  slowestMs: number
  steps: Uint32Array
}

export type RouteMeter = {
  surface: MeasuredSurface
  route: string
  /** since the process began, for Prometheus */
  ever: RequestCounts
  /** since the last flush */
  fresh: RequestCounts
}

export type VendorCounts = { calls: number; refused: number; failed: number; totalMs: number }
export type AiCounts = {
  calls: number
  failed: number
  inputTokens: number
  outputTokens: number
  costMicros: number
}
export type JobResult = 'done' | 'retried' | 'failed'
export type JobCounts = Record<JobResult, number> & { totalMs: number }
export type SlowStatement = {
  tenantId: string
  statement: string
  times: number
  totalMs: number
  slowestMs: number
  lastAt: number
}
export type ApiCounts = {
  tenantId: string
  keyId: number
  keyName: string
  requests: number
  refused: number
  errors: number
  lastAt: number
}

/** One kind of counts, by name: since ever and since the last flush. */
class Tally<T extends Record<string, number>> {
  readonly ever = new Map<string, T>()
  fresh = new Map<string, T>()
  readonly #empty: () => T

  constructor(empty: () => T) {
    this.#empty = empty
  }

  add(name: string, amounts: Partial<T>): void {
    for (const counts of [this.ever, this.fresh]) {
      let known = counts.get(name)
      if (!known) counts.set(name, (known = this.#empty()))
      for (const key in amounts) (known[key] as number) += amounts[key] ?? 0
    }
  }
}

export type Meter = ReturnType<typeof createMeter>

/**
 * Counts what the process does, in memory. Noting a request is a few additions to an object that
 * its route holds; reading, adding up and writing happen once a minute.
 */
export function createMeter() {
  const routes = new Map<string, RouteMeter>()
  const vendors = new Tally<VendorCounts>(() => ({ calls: 0, refused: 0, failed: 0, totalMs: 0 }))
  const ai = new Tally<AiCounts>(() => {
    return { calls: 0, failed: 0, inputTokens: 0, outputTokens: 0, costMicros: 0 }
  })
  const jobs = new Tally<JobCounts>(() => ({ done: 0, retried: 0, failed: 0, totalMs: 0 }))
  let slow = new Map<string, SlowStatement>()
  let api = new Map<string, ApiCounts>()

  /** The counts of one declared address. Asked for once when it is mounted, not per request. */
  function routeOf(surface: MeasuredSurface, route: string): RouteMeter {
    const name = `${surface} ${route}`
    const known = routes.get(name) ?? { surface, route, ever: noCounts(), fresh: noCounts() }
    routes.set(name, known)
    return known
  }

  /** What one statement took that was slow. @param statement with ? for every value */
  function noteSlow(tenantId: string, statement: string, tookMs: number): void {
    const name = `${tenantId} ${statement}`
    const known = slow.get(name)
    if (!known && slow.size >= SLOW_MAX) return
    const { times = 0, totalMs = 0, slowestMs = 0 } = known ?? {}
    slow.set(name, {
      ...{ tenantId, statement, times: times + 1, totalMs: totalMs + tookMs },
      ...{ slowestMs: Math.max(slowestMs, tookMs), lastAt: Date.now() },
    })
  }

  /** A call of a company's JSON API and the status it was answered with. */
  function noteApi(call: { tenantId: string; keyId: number; keyName: string; status: number }) {
    const { tenantId, keyId, keyName, status } = call
    const name = `${tenantId} ${keyId}`
    let counts = api.get(name)
    if (!counts) {
      if (api.size >= API_KEYS_MAX) return
      counts = { tenantId, keyId, keyName, requests: 0, refused: 0, errors: 0, lastAt: 0 }
      api.set(name, counts)
    }
    counts.requests += 1
    if (status >= 500) counts.errors += 1
    else if (status >= 400) counts.refused += 1
    counts.lastAt = Date.now()
  }

  /** Everything since the last time, which is forgotten with that. */
  function take() {
    const taken = {
      routes: [...routes.values()]
        .filter(({ fresh }) => fresh.requests > 0)
        .map(({ surface, route, fresh }) => ({ surface, route, ...fresh })),
      ...{ vendors: vendors.fresh, ai: ai.fresh, jobs: jobs.fresh },
      ...{ slow: [...slow.values()], api: [...api.values()] },
    }
    for (const route of routes.values()) if (route.fresh.requests > 0) route.fresh = noCounts()
    for (const tally of [vendors, ai, jobs]) tally.fresh = new Map()
    slow = new Map()
    api = new Map()
    return taken
  }

  return {
    ...{ routeOf, noteSlow, noteApi, take },
    noteVendor: (vendor: string, amounts: Partial<VendorCounts>) => vendors.add(vendor, amounts),
    noteAi: (model: string, amounts: Partial<AiCounts>) => ai.add(model, amounts),
    noteJob: (kind: string, amounts: Partial<JobCounts>) => jobs.add(kind, amounts),
    ever: () => ({ routes, vendors: vendors.ever, ai: ai.ever, jobs: jobs.ever }),
  }
}

export type Taken = ReturnType<Meter['take']>

/** One answered request. Runs for every request: additions, nothing else. */
export function noteRequest(meter: RouteMeter, status: number, tookMs: number): void {
  const step = stepOf(tookMs)
  addRequest(meter.ever, { status, tookMs, step })
  addRequest(meter.fresh, { status, tookMs, step })
}

function addRequest(
  counts: RequestCounts,
  { status, tookMs, step }: { status: number; tookMs: number; step: number },
): void {
  counts.requests += 1
  if (status >= 500) counts.errors += 1
  else if (status >= 400) counts.refused += 1
  counts.totalMs += tookMs
  if (tookMs > counts.slowestMs) counts.slowestMs = tookMs
  counts.steps[step] = (counts.steps[step] as number) + 1
}

function noCounts(): RequestCounts {
  const steps = new Uint32Array(LATENCY_STEPS)
  return { requests: 0, errors: 0, refused: 0, totalMs: 0, slowestMs: 0, steps }
}
