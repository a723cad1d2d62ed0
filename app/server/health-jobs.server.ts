import { join } from 'node:path'
import type { JobHandlers, JobOutcome } from '#app/jobs/run-job.server.ts'
import { deliverAlert } from '#app/platform/alerts/deliver.server.ts'
import { lookAtCertificates } from '#app/platform/certificates/look.server.ts'
import { evaluateAlerts } from '#app/platform/alerts/evaluate.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { continueAudit } from '#app/platform/isolation/run.server.ts'
import { startInspector } from '#app/platform/isolation/thread.server.ts'
import { enqueuePlatformJob } from '#app/platform/jobs.server.ts'
import { isLocalHost } from '#app/tenancy/host.ts'
import { portalOrigin } from './portal-origin.server.ts'
import type { Runtime } from './runtime.server.ts'
import type { Services } from './services.ts'
import { createCertificateReader } from './web/see-certificate.server.ts'

export const EVALUATE_EVERY_MS = 5 * 60_000
/** A turn of the audit; well inside a job's lease, and a stopping process need not wait longer. */
const AUDIT_TURN_MS = 4_000

/** Has every alert rule looked at, once in five minutes however often it is asked. */
export function evaluateLater(platform: PlatformDb, now: number): void {
  const key = String(Math.floor(now / EVALUATE_EVERY_MS))
  enqueuePlatformJob(platform, 'alert.evaluate', {}, { key })
}

/** Jobs that watch the installation itself. */
export function healthJobs(runtime: Runtime, services: Services): JobHandlers<PlatformDb> {
  return {
    'alert.evaluate': (platform) =>
      evaluateAlerts(platform, { now: Date.now(), origin: portalOrigin(runtime.env, 'app') }),
    'certificate.look': (platform, { since }) => lookAtAll(runtime, platform, since),
    'isolation.audit': (platform, { runId }) => audit(runtime, platform, runId),
    'alert.deliver': (platform, payload, job) =>
      deliverAlert(platform, payload, job, {
        ...{ vault: services.vault, post: services.postPublic },
      }),
  }
}

/** One turn over the hosts; a plain local installation has no certificate to look at. */
async function lookAtAll(
  { env }: Runtime,
  platform: PlatformDb,
  since: number,
): Promise<JobOutcome> {
  const rootDomain = env.ROOT_DOMAIN
  if (isLocalHost(rootDomain)) return
  const see = createCertificateReader({ rootDomain })
  const isDone = await lookAtCertificates(platform, { rootDomain, since, see })
  if (!isDone) return { retryAfterMs: 0 }
  evaluateAlerts(platform, { now: Date.now(), origin: portalOrigin(env, 'app') })
}

/** Where an audit looks and compares. */
export function auditPlaceOf({ paths, tenancy, platformKey }: Runtime, runId: number) {
  return {
    ...{ dbDir: paths.dbDir, newest: tenancy.migrations.length, platformKey },
    claimsPath: join(paths.root, 'isolation', `run-${runId}.db`),
  }
}

/** A turn of an audit; what is left is done in the next ones, behind other work. */
async function audit(runtime: Runtime, platform: PlatformDb, runId: number): Promise<JobOutcome> {
  const inspector = startInspector()
  try {
    const until = Date.now() + AUDIT_TURN_MS
    const place = auditPlaceOf(runtime, runId)
    const isDone = await continueAudit(platform, runId, { place, inspector, until })
    return isDone ? undefined : { retryAfterMs: 0 }
  } finally {
    await inspector.close()
  }
}
