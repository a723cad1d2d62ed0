import type { RequestHandler, Response } from 'express'
import type { RouteMeter } from '#app/platform/health/meter.ts'
import { inLogScope } from './log-scope.server.ts'
import type { LogScope } from './log-scope.server.ts'
import type { Log } from './log.server.ts'

const SLOW_MS = 2_000
/** Refused requests that are written a second; a scan must not push everything else out. */
const REFUSED_PER_SECOND = 20

/**
 * Gives every request its scope in the log, and writes a line about those that failed, were
 * refused or took long (the others at level debug): declared address, status and time, never the
 * address as it came, which may hold a token.
 */
export function logRequests(log: Log): RequestHandler {
  const mayWrite = createAllowance(REFUSED_PER_SECOND)
  return (request, response, next) => {
    const startedAt = performance.now()
    const scope: LogScope = { requestId: response.locals['requestId'] as string }
    const { method } = request
    response.once('close', () => {
      const tookMs = Math.round(performance.now() - startedAt)
      const level = levelOf(response, tookMs)
      if (level === 'info' && !mayWrite()) return
      const { statusCode: status } = response
      const claimed = response.locals['meter'] as RouteMeter | undefined
      const about = { surface: claimed?.surface, ...scope, route: claimed?.route ?? 'unmatched' }
      log[level]({ ...about, method, status, tookMs }, 'request')
    })
    inLogScope(scope, next)
  }
}

function levelOf(response: Response, tookMs: number): 'error' | 'warn' | 'info' | 'debug' {
  const { statusCode } = response
  if (statusCode >= 500) return 'error'
  if (statusCode >= 400) return 'info'
  const type = String(response.getHeader('Content-Type') ?? '')
  // A stream lasts as long as its page.
  return tookMs >= SLOW_MS && !type.startsWith('text/event-stream') ? 'warn' : 'debug'
}

function createAllowance(perSecond: number): () => boolean {
  let [second, used] = [0, 0]
  return () => {
    const now = Math.floor(performance.now() / 1_000)
    if (now !== second) [second, used] = [now, 0]
    used += 1
    return used <= perSecond
  }
}
