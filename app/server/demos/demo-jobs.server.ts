import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import {
  expireDemo,
  findFilling,
  noteFilled,
  noteFillingFailed,
} from '#app/platform/demos/demos.server.ts'
import type { EndpointService } from '../endpoints.server.ts'
import type { Runtime } from '../runtime.server.ts'
import { listPieces } from './fill-demo.server.ts'

/** Fills a prospect's demo piece by piece, going on where it was cut off, and ends it in time. */
export function demoJobs(
  runtime: Runtime,
  endpoints: EndpointService,
): Pick<JobHandlers<PlatformDb>, 'demo.fill' | 'demo.expire'> {
  return {
    'demo.fill': async (platform, { tenantId }, job) => {
      try {
        await fill(runtime, endpoints, { platform, tenantId })
      } catch (error) {
        if (job.isLastAttempt) noteFillingFailed(platform, tenantId)
        throw error
      }
    },
    'demo.expire': (platform, payload) => {
      expireDemo(platform, payload, Date.now())
    },
  }
}

async function fill(
  runtime: Runtime,
  endpoints: EndpointService,
  { platform, tenantId }: { platform: PlatformDb; tenantId: string },
): Promise<void> {
  const filling = findFilling(platform, tenantId)
  const entry = runtime.directory.findById(tenantId)
  if (!filling || !entry) return
  const demo = { industry: entry.industry, guestName: filling.contactName || entry.name }
  const pieces = listPieces(runtime, endpoints, demo)
  const total = pieces.length
  for (const [index, piece] of pieces.entries()) {
    if (index < filling.done) continue
    await runtime.tenancy.withTenant(entry, async (db) => piece(db))
    noteFilled(platform, tenantId, { done: index + 1, total })
  }
}
