import type { Response } from 'express'
import type { LogScope } from './log-scope.server.ts'
import type { Log } from './log.server.ts'
import { claimOf, isEventStream } from './measuring/request-meter.server.ts'

const SLOW_MS = 2_000
/** Refused requests that are written a second; a scan must not push everything else out. */
const REFUSED_PER_SECOND = 20

/**
 * Writes a line about requests that failed, were refused or took long (the others at level
 * debug): declared address, status and time, never the address as it came, which may hold a
 * token. Called when a response has closed.
 */
export function createRequestLines(log: Log) {
  const mayWrite = createAllowance(REFUSED_PER_SECOND)
  return (response: Response, ended: { method: string; tookMs: number; scope: LogScope }): void => {
    const { method, scope } = ended
    const tookMs = Math.round(ended.tookMs)
    const level = levelOf(response, tookMs)
    if (level === 'info' && !mayWrite()) return
    const claimed = claimOf(response)
    const about = { surface: claimed?.surface, ...scope, route: claimed?.route ?? 'unmatched' }
    log[level]({ ...about, method, status: response.statusCode, tookMs }, 'request')
  }
}

function levelOf(response: Response, tookMs: number): 'error' | 'warn' | 'info' | 'debug' {
  const { statusCode } = response
  if (statusCode >= 500) return 'error'
  if (statusCode >= 400) return 'info'
  // A stream lasts as long as its page.
  return tookMs >= SLOW_MS && !isEventStream(response) ? 'warn' : 'debug'
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
