import { createHash, timingSafeEqual } from 'node:crypto'
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Metric } from 'prom-client'
import { countDueJobs, countFailedJobs } from '#app/platform/failed-jobs.server.ts'
import { LATENCY_BOUNDS_MS } from '#app/platform/health/latency.ts'
import type { Meter, RouteMeter } from '#app/platform/health/meter.ts'
import type { WireRoute } from '#app/wire/declaration.ts'
import type { Runtime } from '../runtime.server.ts'
import type { Services } from '../services.ts'

const MS_PER_S = 1_000

type Value = { labels: Record<string, string | number>; value: number; metricName?: string }
type Read = () => Value[]

/** `GET /metrics` on the app host, for whoever holds METRICS_TOKEN; without one it is not there. */
export function metricsRoute(runtime: Runtime, services: Services): WireRoute {
  let registry: Registry | undefined
  return {
    ...{ surface: 'app', method: 'GET', path: '/metrics', access: 'public' },
    ...{ csrf: false, body: 'none' },
    run: async (request, response) => {
      const token = runtime.env.METRICS_TOKEN
      if (!token) return void response.status(404).type('text/plain').send('Not found')
      if (!isToken(request.headers.authorization, token)) {
        response.setHeader('WWW-Authenticate', 'Bearer')
        return void response.status(401).type('text/plain').send('Unauthorized')
      }
      registry ??= createRegistry(runtime, services)
      response.setHeader('Cache-Control', 'no-store')
      response.type(registry.contentType).send(await registry.metrics())
    },
  }
}

/** Compares digests, so that neither length nor content shows in the time it takes. */
function isToken(header: string | undefined, token: string): boolean {
  const given = /^Bearer (\S+)$/i.exec(header ?? '')?.[1] ?? ''
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(token))
}

/** Everything measured in this process. No label names a company, a person or an address. */
function createRegistry(runtime: Runtime, services: Services): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'baraza_' })
  addCounts(registry, runtime.meter)
  addStates(registry, runtime, services)
  return registry
}

function addCounts(registry: Registry, meter: Meter): void {
  const { routes, vendors, ai, jobs } = meter.ever()
  const counter = (name: string, help: string, read: Read) =>
    tell(registry, { type: 'counter', name: `baraza_${name}_total`, help, read })
  const asked = () => [...routes.values()].filter(({ ever }) => ever.requests > 0)
  counter('requests', 'Requests by route and class of status', () => asked().flatMap(toStatuses))
  tell(registry, {
    ...{ type: 'histogram', name: 'baraza_request_seconds', help: 'Time to answer by route' },
    read: () => asked().flatMap(toLatencies),
  })
  counter('vendor_calls', 'Calls to vendors by result', () =>
    [...vendors].flatMap(([vendor, { calls, refused, failed }]) =>
      split({ vendor }, 'result', { ok: calls - refused - failed, refused, failed }),
    ),
  )
  counter('jobs', 'Runs of jobs by kind and result', () =>
    [...jobs].flatMap(([kind, { done, retried, failed }]) =>
      split({ kind }, 'result', { done, retried, failed }),
    ),
  )
  counter('ai_tokens', 'Tokens by model and direction', () =>
    [...ai].flatMap(([model, { inputTokens: input, outputTokens: output }]) =>
      split({ model }, 'direction', { input, output }),
    ),
  )
  counter('ai_cost_micros', 'Cost by model, millionths of a US dollar', () =>
    [...ai].map(([model, { costMicros }]) => ({ labels: { model }, value: costMicros })),
  )
}

function addStates(registry: Registry, runtime: Runtime, services: Services): void {
  const { tenancy, replication, platform } = runtime
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      ...{ name: `baraza_${name}`, help, registers: [registry] },
      collect() {
        this.set(read())
      },
    })
  gauge('open_files', 'Company files that are open', () => tenancy.openCount())
  gauge('portal_streams', 'Live pages', () => services.eventStreams.count())
  gauge('chat_streams', 'Live chats of visitors', () => services.chatStreams.count())
  gauge('is_primary', '1 on the primary', () => (replication.role() === 'primary' ? 1 : 0))
  gauge('replication_lag_seconds', 'Behind the primary', () => {
    return (replication.lagMs() ?? 0) / MS_PER_S
  })
  gauge('platform_jobs_waiting', 'Due jobs of the platform', () => countDueJobs(platform))
  gauge('platform_jobs_failed', 'Failed jobs of the platform', () => countFailedJobs(platform))
}

/** A metric whose values are read when they are asked for, so that counting costs nothing beside. */
function tell(
  registry: Registry,
  metric: { type: 'counter' | 'histogram'; name: string; help: string; read: Read },
): void {
  const { read, ...about } = metric
  const get = () => ({ ...about, values: read(), aggregator: 'sum' })
  registry.registerMetric({ ...about, get, reset: () => undefined } as unknown as Metric)
}

function split(labels: Value['labels'], name: string, values: Record<string, number>): Value[] {
  return Object.entries(values).map(([key, value]) => {
    return { labels: { ...labels, [name]: key }, value }
  })
}

function toStatuses({ surface, route, ever }: RouteMeter): Value[] {
  const { requests, refused, errors } = ever
  const ok = requests - refused - errors
  return split({ surface, route }, 'status', { ok, '4xx': refused, '5xx': errors })
}

function toLatencies({ surface, route, ever }: RouteMeter): Value[] {
  const name = 'baraza_request_seconds'
  const about = { surface, route }
  let below = 0
  const buckets = LATENCY_BOUNDS_MS.map((bound, step) => {
    below += ever.steps[step] as number
    const labels = { ...about, le: bound / MS_PER_S }
    return { labels, value: below, metricName: `${name}_bucket` }
  })
  return [
    ...buckets,
    { labels: { ...about, le: '+Inf' }, value: ever.requests, metricName: `${name}_bucket` },
    { labels: about, value: ever.totalMs / MS_PER_S, metricName: `${name}_sum` },
    { labels: about, value: ever.requests, metricName: `${name}_count` },
  ]
}
