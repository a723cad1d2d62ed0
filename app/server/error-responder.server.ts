import type { ErrorRequestHandler } from 'express'
import type { Log } from './log.server.ts'

/**
 * The last stop of a failed request outside Remix. Errors that Express or a body reader made
 * for the client (bad JSON, too large, bad encoding) keep their status; anything else is ours.
 */
export function errorResponder(log: Log): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error)
    const status = clientStatus(error)
    if (status === undefined) {
      log.error({ err: error, requestId: response.locals['requestId'] as string }, 'request failed')
    }
    const code = status === 413 ? 'too_large' : status ? 'bad_request' : 'internal_error'
    response.status(status ?? 500).type('application/problem+json')
    response.send(JSON.stringify({ type: 'about:blank', status: status ?? 500, code }))
  }
}

function clientStatus(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('status' in error)) return undefined
  const status = Number(error.status)
  return status >= 400 && status < 500 ? status : undefined
}
