import type { WireRoute } from '#app/wire/declaration.ts'
import type { EventStreams } from './streams.ts'

/** Live updates of the portal's pages. */
export function eventRoute(streams: EventStreams): WireRoute {
  return {
    ...{ surface: 'portal', method: 'GET', path: '/events' },
    ...{ access: 'conversations.read', csrf: false, body: 'none' },
    run(request, response, { portal }) {
      if (portal) streams.open(request, response, portal)
    },
  }
}
