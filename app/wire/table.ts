import { metricsRoute } from '#app/server/measuring/metrics.server.ts'
import type { Runtime } from '#app/server/runtime.server.ts'
import type { Services } from '#app/server/services.ts'
import { apiRoutes } from './api/table.ts'
import { eventRoute } from './events/route.ts'
import { fileRoute } from './files/route.ts'
import { installRoutes } from './install/routes.ts'
import { paymentRoutes } from './payments/routes.ts'
import { simulatorRoute } from './simulator/route.ts'
import { webhookRoutes } from './webhooks/routes.ts'
import { chatRoutes } from './widget/routes.ts'
import type { WireRoute } from './declaration.ts'

/** Every address outside Remix: webhooks, the JSON API, event streams, the widget, files. */
export function wireRoutes(runtime: Runtime, services: Services): WireRoute[] {
  return [
    ...webhookRoutes(runtime, services.channels.deps.env),
    ...apiRoutes(runtime.meter),
    fileRoute,
    ...installRoutes,
    eventRoute(services.eventStreams),
    simulatorRoute(services.channels.deps.env),
    ...paymentRoutes(runtime, services),
    metricsRoute(runtime, services),
    ...chatRoutes(runtime, services.chatStreams),
  ]
}
