import { sendProblem } from '#app/wire/api/problem.ts'
import type { WireRoute } from '#app/wire/declaration.ts'
import type { EventStreams } from './streams.ts'

/** Live updates of the portal's pages. */
export function eventRoute(streams: EventStreams): WireRoute {
  return {
    ...{ surface: 'portal', method: 'GET', path: '/events' },
    ...{ access: 'conversations.read', csrf: false, body: 'none' },
    run(request, response, { portal }) {
      if (!portal) return
      // A stream that ends tells its page to load again: whoever is paying would never get there.
      if (portal.tenant.status !== 'active') return void sendProblem(response, 'suspended')
      streams.open(request, response, portal)
    },
  }
}
