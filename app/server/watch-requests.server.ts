import type { RequestHandler } from 'express'
import type { Meter } from '#app/platform/health/meter.ts'
import { inLogScope } from './log-scope.server.ts'
import type { LogScope } from './log-scope.server.ts'
import type { Log } from './log.server.ts'
import { createRequestCount } from './measuring/request-meter.server.ts'
import { createRequestLines } from './request-log.server.ts'

/** Gives every request its scope in the log; when it has ended it is counted and written down. */
export function watchRequests({ meter, log }: { meter: Meter; log: Log }): RequestHandler {
  const count = createRequestCount(meter)
  const write = createRequestLines(log)
  return (request, response, next) => {
    const startedAt = performance.now()
    const scope: LogScope = { requestId: response.locals['requestId'] as string }
    const { method } = request
    response.once('close', () => {
      const tookMs = performance.now() - startedAt
      count(response, tookMs)
      write(response, { method, tookMs, scope })
    })
    inLogScope(scope, next)
  }
}
