import { drainQueue } from '#app/domain/assignment/queue.server.ts'
import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { channelJobs } from './channels.server.ts'
import { composingJobs } from './composing.server.ts'
import { companyMailHandler } from './mail-jobs.server.ts'
import type { Runtime } from './runtime.server.ts'
import type { Services } from './services.ts'

/** The table of job name → handler. Only the composition root knows both sides. */
export function tenantJobHandlers(_runtime: Runtime, services: Services): JobHandlers<TenantDb> {
  return {
    ...channelJobs(services.channels),
    ...composingJobs(),
    'ai.answer': services.ai.answer,
    'knowledge.embed': services.ai.embed,
    'mail.send': companyMailHandler(services.sendMail),
    'queue.drain': (db) => void drainQueue(db),
  }
}
