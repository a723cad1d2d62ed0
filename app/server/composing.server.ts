import { sendDue } from '#app/domain/scheduled-messages/send.server.ts'
import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

/** The jobs of what members compose; the composition root adds them to its table. */
export function composingJobs() {
  return {
    'scheduled.send': (db, { scheduledId }, job) => job.complete(() => sendDue(db, scheduledId)),
  } satisfies JobHandlers<TenantDb>
}
