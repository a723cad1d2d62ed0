import type { RequestHandler, Response } from 'express'
import type { MeasuredSurface, Meter, RouteMeter } from '#app/platform/health/meter.ts'
import { noteRequest } from '#app/platform/health/meter.ts'

/** The client went away before it was answered. */
const CLIENT_GONE = 499

/**
 * Counts every request under the address it was declared with, never under the one it came with.
 * What no route claimed is one entry of its own.
 */
export function measureRequests(meter: Meter): RequestHandler {
  const unclaimed = meter.routeOf('other', 'unmatched')
  return (_request, response, next) => {
    const startedAt = performance.now()
    response.once('close', () => {
      const claimed = (response.locals['meter'] as RouteMeter | undefined) ?? unclaimed
      const status =
        response.writableFinished || isStream(response) ? response.statusCode : CLIENT_GONE
      // A stream lasts as long as its page; how long says nothing.
      noteRequest(claimed, status, isStream(response) ? 0 : performance.now() - startedAt)
    })
    next()
  }
}

/** Says which route a request is; the meter is looked up once, when the route is mounted. */
export function claimRequest(response: Response, meter: RouteMeter): void {
  response.locals['meter'] = meter
}

/** Whose business an address outside the pages is. */
export function surfaceOf(route: { surface: string; path: string }): MeasuredSurface {
  if (route.path.startsWith('/api/')) return 'api'
  if (route.path.startsWith('/webhooks')) return 'webhook'
  if (route.surface === 'app' || route.surface === 'portal') return route.surface
  return 'widget'
}

function isStream(response: Response): boolean {
  return String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream')
}
