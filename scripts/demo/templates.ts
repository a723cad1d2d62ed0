import { listEndpoints } from '#app/domain/endpoints/connections.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { closePlatform } from '#app/platform/db.server.ts'
import type { EnvWithSecrets } from '#app/server/env.server.ts'
import { createLog } from '#app/server/log.server.ts'
import { createRuntime } from '#app/server/runtime.server.ts'
import { demoSlugs } from './story.ts'

/** Has the running server fetch the templates that the demo numbers' stand-in holds. */
export async function fetchDemoTemplates(env: EnvWithSecrets): Promise<void> {
  const runtime = createRuntime(env, createLog('silent'))
  try {
    for (const slug of demoSlugs) {
      const record = runtime.directory.findBySlug(slug)
      if (!record) continue
      await runtime.tenancy.withTenant(record, (db) => {
        for (const { id, channel } of listEndpoints(db)) {
          if (channel === 'whatsapp-cloud') enqueue(db, 'templates.sync', { endpointId: id })
        }
      })
    }
  } finally {
    runtime.tenancy.closeAll()
    closePlatform(runtime.platform)
  }
}
