import type { Runtime } from '#app/server/runtime.server.ts'
import type { Services } from '#app/server/services.ts'
import { eventRoute } from './events/route.ts'
import type { WireRoute } from './declaration.ts'

/** Every address outside Remix: webhooks, the JSON API, event streams, the widget, files. */
export function wireRoutes(_runtime: Runtime, services: Services): WireRoute[] {
  return [eventRoute(services.eventStreams)]
}
