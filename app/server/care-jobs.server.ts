import { sendSurvey } from '#app/domain/csat/send.server.ts'
import { checkClock } from '#app/domain/sla/check.server.ts'
import { translator } from '#app/i18n/catalogue.server.ts'
import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import { tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { portalOrigin } from './portal-origin.server.ts'
import type { Runtime } from './runtime.server.ts'

/** The jobs of surveys and reply times; the composition root adds them to its table. */
export function careJobs(runtime: Runtime) {
  return {
    'csat.send': (db, { surveyId }, job) =>
      job.complete(() => {
        const slug = runtime.directory.findById(tenantIdOf(db))?.slug ?? ''
        sendSurvey(db, surveyId, {
          toLink: (token) => `${portalOrigin(runtime.env, slug)}/feedback/${token}`,
          toQuestion: (language, company) => translator(language)('csat.question', { company }),
        })
      }),
    'sla.check': (db, { clockId }, job) => job.complete(() => checkClock(db, clockId)),
  } satisfies JobHandlers<TenantDb>
}
