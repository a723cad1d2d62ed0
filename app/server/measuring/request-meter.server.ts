import type { Response } from 'express'
import type { MeasuredSurface, Meter, RouteMeter } from '#app/platform/health/meter.ts'
import { noteRequest } from '#app/platform/health/meter.ts'

/** The client went away before it was answered. */
const CLIENT_GONE = 499

/**
 * Counts every request under the address it was declared with, never under the one it came with.
 * What no route claimed is one entry of its own. Called when a response has closed.
 */
export function createRequestCount(meter: Meter): (response: Response, tookMs: number) => void {
  const unclaimed = meter.routeOf('other', 'unmatched')
  return (response, tookMs) => {
    const claimed = claimOf(response) ?? unclaimed
    const isStream = isEventStream(response)
    const status = response.writableFinished || isStream ? response.statusCode : CLIENT_GONE
    // A stream lasts as long as its page; how long says nothing.
    noteRequest(claimed, status, isStream ? 0 : tookMs)
  }
}

/** Says which route a request is; the meter is looked up once, when the route is mounted. */
export function claimRequest(response: Response, meter: RouteMeter): void {
  response.locals['meter'] = meter
}

/** The route that a request turned out to be, once one has claimed it. */
export function claimOf(response: Response): RouteMeter | undefined {
  return response.locals['meter'] as RouteMeter | undefined
}

/** Whose business an address outside the pages is. */
export function surfaceOf(route: { surface: string; path: string }): MeasuredSurface {
  if (route.path.startsWith('/api/')) return 'api'
  if (route.path.startsWith('/webhooks')) return 'webhook'
  if (route.surface === 'app' || route.surface === 'portal') return route.surface
  return 'widget'
}

/** Whether a response goes on as long as its page is open. */
export function isEventStream(response: Response): boolean {
  return String(response.getHeader('Content-Type') ?? '').startsWith('text/event-stream')
}
