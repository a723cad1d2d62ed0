import compression from 'compression'
import express from 'express'
import type { Express } from 'express'
import { randomBytes, randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { formTargets } from './cards.server.ts'
import { troubleResponder } from './trouble.server.ts'
import { errorResponder } from './error-responder.server.ts'
import { extendLogScope } from './log-scope.server.ts'
import type { RequestContext } from './load-context.ts'
import { isSameOrigin } from './origin-check.server.ts'
import { claimRequest } from './measuring/request-meter.server.ts'
import { createRemix } from './remix.server.ts'
import { replayWhatIsBehind, routeByRole } from './replay.server.ts'
import { createReportRouter } from './report-to-primary.server.ts'
import { readRequestContext } from './request-context.server.ts'
import type { Runtime } from './runtime.server.ts'
import { securityHeaders } from './security-headers.server.ts'
import type { Services } from './services.ts'
import { unknownHostPage } from './static-pages.server.ts'
import { createHealth } from './health.server.ts'
import { watchRequests } from './watch-requests.server.ts'
import { mountWire } from './wire.server.ts'
import type { Meter } from '#app/platform/health/meter.ts'
import { sendProblem } from '#app/wire/api/problem.ts'

const ASSET_MAX_AGE_MS = 365 * 24 * 3_600_000
/** A page's form, files included. Uploads have their own smaller limits in the domain. */
const FORM_BYTES_MAX = 32 * 1024 * 1024
/** Anything else (TRACE, CONNECT …) is no business of ours. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'])
const FORWARDED_HEADERS = ['x-forwarded-host', 'x-forwarded-proto', 'x-forwarded-for', 'forwarded']

export type Http = { app: Express; beginDrain: () => void }

/** The road of every request: health, wire on any host, files, then the host's own surface. */
export async function createHttp(
  runtime: Runtime,
  services: Services,
  options: { pages: boolean } = { pages: true },
): Promise<Http> {
  const app = express()
  const health = createHealth(runtime)
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('trust proxy', runtime.env.TRUST_PROXY)
  app.use((request, response, next) => {
    response.locals['requestId'] = newRequestId()
    response.setHeader('X-Request-Id', response.locals['requestId'] as string)
    // A connection that is kept would be cut when the process ends.
    if (health.isDraining()) response.setHeader('Connection', 'close')
    if (!METHODS.has(request.method)) return void response.status(405).end()
    request.url = toPath(request.url)
    if (!runtime.env.TRUST_PROXY) for (const name of FORWARDED_HEADERS) delete request.headers[name]
    next()
  })
  app.use(health.router)
  app.use(createReportRouter(runtime.env, runtime.replication))
  app.use(watchRequests(runtime))
  app.use(routeByRole(runtime))
  mountWire(app, 'any', runtime, services)
  // From here on pages: a webhook needs no nonce, and a rush of them makes many requests.
  app.use((_request, response, next) => {
    response.locals['nonce'] = randomBytes(16).toString('base64')
    next()
  })
  app.use(compression({ filter: isCompressible }))
  app.use(securityHeaders((response) => nonceOf(response), formTargets(runtime.env)))
  mountFiles(app, runtime.meter)
  app.use((request, response, next) => {
    const context = readRequestContext(runtime, services, request, response)
    if (!context) return unknownHostPage(request, response, runtime.env.ROOT_DOMAIN)
    if (!isSameOrigin(request, context.origin)) return void response.status(403).send('Forbidden')
    if (bodyLength(request) > FORM_BYTES_MAX) return void response.status(413).send('Too large')
    response.locals['context'] = context
    noteScope(context)
    next()
  })
  mountWire(app, 'app', runtime, services)
  mountWire(app, 'portal', runtime, services)
  app.use('/api', (_request, response) => sendProblem(response, 'not_found'))
  if (options.pages) app.all('*', await createRemix(runtime.meter))
  app.use(replayWhatIsBehind(runtime))
  app.use(troubleResponder(runtime.log))
  app.use(errorResponder(runtime.log))
  // Streams never end by themselves, and a stopping process waits for open responses.
  const beginDrain = () => {
    health.beginDrain()
    services.eventStreams.closeAll()
    services.chatStreams.closeAll()
  }
  return { app, beginDrain }
}

/** 16 hex digits. Node draws random bytes for UUIDs in advance, so this asks the system seldom. */
function newRequestId(): string {
  return randomUUID().replaceAll('-', '').slice(16)
}

/** A request line may carry the whole address, as if to a proxy (RFC 9112, 3.2.2). */
function toPath(address: string): string {
  if (address.startsWith('/') || !URL.canParse(address)) return address
  const { pathname, search } = new URL(address)
  return `${pathname}${search}`
}

/** Everything that shrinks, but no event stream: its lines must not wait in a buffer. */
function isCompressible(request: express.Request, response: express.Response): boolean {
  const type = String(response.getHeader('Content-Type') ?? '')
  return !type.startsWith('text/event-stream') && compression.filter(request, response)
}

function nonceOf(response: object): string {
  return (response as express.Response).locals['nonce'] as string
}

function bodyLength(request: express.Request): number {
  return Number(request.headers['content-length'] ?? 0)
}

function noteScope(context: RequestContext): void {
  const tenant = context.surface === 'portal' ? context.tenant.id : undefined
  extendLogScope({ surface: context.surface, ...(tenant && { tenant }) })
}

/** The built scripts and styles never change under their name; the rest is small and static. */
function mountFiles(app: Express, meter: Meter): void {
  const file = meter.routeOf('other', 'file')
  const setHeaders = (response: express.Response) => claimRequest(response, file)
  const options = { redirect: false, index: false, setHeaders }
  app.use(
    '/assets',
    express.static(resolve('build/client/assets'), {
      ...options,
      immutable: true,
      maxAge: ASSET_MAX_AGE_MS,
      fallthrough: false,
    }),
  )
  app.use(express.static(resolve('build/client'), { ...options, maxAge: 3_600_000 }))
}
