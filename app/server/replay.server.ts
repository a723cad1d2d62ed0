import { AsyncLocalStorage } from 'node:async_hooks'
import { request as httpRequest } from 'node:http'
import type { Request, RequestHandler, Response } from 'express'
import { parseHost } from '#app/tenancy/host.ts'
import { TenantFileError } from '#app/tenancy/open.server.ts'
import { onRefusedWrite } from '#app/tenancy/refused-writes.server.ts'
import type { RequestContext } from './load-context.ts'
import { addressOf, nodeNameOf } from './report-to-primary.server.ts'
import type { Runtime } from './runtime.server.ts'
import { formatSeen, readSeen, SEEN_COOKIE } from './seen-cookie.ts'
import type { Seen } from './seen-cookie.ts'

const READ_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])
const SUPPORT_COOKIE = 'baraza_support'
/** Fly replays no larger request than this. */
const REPLAY_BYTES_MAX = 1_000_000
/** How long a page waits on a replica for what its reader has just written. */
const CATCH_UP_MAX_MS = 2_000
const RETRY_AFTER_S = '2'
const PLATFORM_FILE = 'platform.db'
const SEEN_MAX_AGE_S = 600

/** Of one request on a replica: whether its code tried to write, which a replica cannot. */
type Attempt = { isRefused: boolean }

const attempts = new AsyncLocalStorage<Attempt>()

/**
 * Sends what writes to the primary, and lets nobody read less than they have written. On a
 * replica every write is replayed there by Fly's edge (or streamed, when too large for that),
 * and a read waits until this node has caught up with its reader.
 */
export function routeByRole(runtime: Runtime): RequestHandler {
  const { replication } = runtime
  if (!replication.isReplicated) return (_request, _response, next) => next()
  onRefusedWrite(() => {
    const attempt = attempts.getStore()
    if (attempt) attempt.isRefused = true
  })
  return (request, response, next) => {
    if (replication.role() === 'primary') {
      tellPosition(runtime, request, response)
      return next()
    }
    if (isWrite(request)) return toPrimary(runtime, request, response)
    void waitForSeen(runtime, request).then((isThere) => {
      if (!isThere) return toPrimary(runtime, request, response)
      const attempt = { isRefused: false }
      replayWhenRefused(runtime, response, attempt)
      attempts.run(attempt, next)
    })
  }
}

/** A company's file that this replica cannot serve yet: the primary can. */
export function replayWhatIsBehind(runtime: Runtime) {
  const { replication } = runtime
  return (error: unknown, request: Request, response: Response, next: (e: unknown) => void) => {
    const isOurs = error instanceof TenantFileError && ['missing', 'behind'].includes(error.reason)
    if (!isOurs || replication.role() === 'primary' || response.headersSent) return next(error)
    toPrimary(runtime, request, response)
  }
}

function isWrite(request: Request): boolean {
  // A visit for support is written down at every page.
  const isVisit = request.headers.cookie?.includes(`${SUPPORT_COOKIE}=`)
  return !READ_METHODS.has(request.method) || isVisit === true
}

function toPrimary(runtime: Runtime, request: Request, response: Response): void {
  const primary = runtime.replication.primary()
  // Who sent it here took this node for the primary: sent on, it would go round and round.
  if (request.headers['fly-replay-src']) return waitABit(response, 'replay_loop')
  if (!primary) return waitABit(response, 'no_primary')
  if (!isReplayable(request)) return stream(runtime, primary, request, response)
  response.setHeader('fly-replay', `instance=${primary}`)
  response.status(409).end()
}

function waitABit(response: Response, code: string): void {
  response.setHeader('Retry-After', RETRY_AFTER_S)
  response.status(503).json({ code })
}

/** What says no length before it ends may be too large. */
function isReplayable(request: Request): boolean {
  if (request.headers['transfer-encoding']) return false
  return Number(request.headers['content-length'] ?? 0) <= REPLAY_BYTES_MAX
}

/** Hands a large request over by the private network, byte by byte as it comes. */
function stream(runtime: Runtime, primary: string, request: Request, response: Response): void {
  const address = addressOf(runtime.env, primary)
  if (!address) return void response.status(413).json({ code: 'too_large_to_replay' })
  const source = `instance=${nodeNameOf(runtime.env)};t=${Date.now() * 1000}`
  const outgoing = httpRequest(`${address}${request.originalUrl}`, {
    method: request.method,
    headers: { ...request.headers, 'fly-replay-src': source },
  })
  outgoing.once('response', (incoming) => {
    response.writeHead(incoming.statusCode ?? 502, incoming.headers)
    incoming.pipe(response)
  })
  outgoing.on('error', (err) => {
    runtime.log.warn({ err, primary }, 'a large request did not reach the primary')
    if (response.headersSent) return void response.destroy()
    waitABit(response, 'no_primary')
  })
  // An answer may come before all was read; the rest must leave the connection all the same.
  outgoing.once('close', () => request.unpipe(outgoing).resume())
  response.once('close', () => outgoing.destroy())
  request.pipe(outgoing)
}

/** A page that turns out to write is answered by the primary instead; what it wrote was nothing. */
function replayWhenRefused(runtime: Runtime, response: Response, attempt: Attempt): void {
  beforeHead(response, () => {
    const primary = runtime.replication.primary()
    if (!attempt.isRefused || !primary || response.req.headers['fly-replay-src']) return
    for (const name of response.getHeaderNames()) response.removeHeader(name)
    response.setHeader('fly-replay', `instance=${primary}`)
    response.statusCode = 409
  })
}

async function waitForSeen(runtime: Runtime, request: Request): Promise<boolean> {
  const seen = readSeen(request.headers.cookie)
  if (!seen) return true
  const { replication } = runtime
  const tenantId = seen.tenant && companyOf(runtime, request)
  const files = [
    ...(seen.platform ? [{ file: PLATFORM_FILE, txid: seen.platform }] : []),
    ...(tenantId ? [{ file: `${tenantId}.db`, txid: seen.tenant }] : []),
  ]
  const waits = files.map(({ file, txid }) => replication.reaches(file, txid, CATCH_UP_MAX_MS))
  return (await Promise.all(waits)).every(Boolean)
}

function companyOf(runtime: Runtime, request: Request): string | undefined {
  const target = parseHost(request.headers.host, runtime.env.ROOT_DOMAIN)
  if (target.kind === 'portal') return runtime.directory.findBySlug(target.slug)?.id
  return target.kind === 'custom' ? runtime.directory.findByHost(target.host)?.id : undefined
}

/**
 * After a write, the browser is given the position of what it wrote. One that knows of more than
 * the primary does (its node was lost with its last moments) is told where things stand.
 */
function tellPosition(runtime: Runtime, request: Request, response: Response): void {
  const known = readSeen(request.headers.cookie)
  const hasWritten = isWrite(request)
  if (!known && !hasWritten) return
  beforeHead(response, () => {
    const context = response.locals['context'] as RequestContext | undefined
    if (!context) return
    const now = positionsOf(runtime, context)
    const isAhead = known && (known.tenant > now.tenant || known.platform > now.platform)
    if (!hasWritten && !isAhead) return
    const secure = context.isSecure ? '; Secure' : ''
    response.appendHeader(
      'Set-Cookie',
      `${SEEN_COOKIE}=${formatSeen(now)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SEEN_MAX_AGE_S}${secure}`,
    )
  })
}

function positionsOf({ replication }: Runtime, context: RequestContext): Seen {
  const tenant = context.surface === 'portal' ? `${context.tenant.id}.db` : undefined
  return {
    tenant: (tenant && replication.positionOf(tenant)) ?? '',
    platform: replication.positionOf(PLATFORM_FILE) ?? '',
  }
}

/** Runs right before a response's status and headers leave, whoever sends them. */
function beforeHead(response: Response, work: () => void): void {
  const writeHead = response.writeHead.bind(response) as (...given: unknown[]) => Response
  let isDone = false
  response.writeHead = ((...given: unknown[]) => {
    if (isDone) return writeHead(...given)
    isDone = true
    // Headers handed over with the status would be set after ours.
    const [status, ...rest] = given
    response.statusCode = Number(status)
    const headers = rest.at(-1)
    if (typeof headers === 'object' && headers !== null && !Array.isArray(headers))
      for (const [name, value] of Object.entries(headers as Record<string, string>))
        response.setHeader(name, value)
    work()
    return writeHead(response.statusCode)
  }) as typeof response.writeHead
}
