import { pruneJobs, reclaimForeign } from '#app/jobs/queue.server.ts'
import { pullBack } from '#app/jobs/pull-back.server.ts'
import type { JobHandlers } from '#app/jobs/run-job.server.ts'
import { createWorker } from '#app/jobs/worker.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { advance, listDue } from '#app/platform/billing/advance.server.ts'
import { pushPayment, queryPayment } from '#app/platform/billing/mpesa/push.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { onPlatformJob, PLATFORM_STORE } from '#app/platform/jobs.server.ts'
import { planCertificates } from '#app/platform/certificates/look.server.ts'
import { remindOfDate } from '#app/platform/onboarding/date-mail.server.ts'
import { remind } from '#app/platform/sales/remind.server.ts'
import { pruneOutbox } from '#app/platform/mail/outbox.server.ts'
import { prunePlatformSessions } from '#app/platform/users/sessions.server.ts'
import { isLocalHost } from '#app/tenancy/host.ts'
import { backupJobs, planBackups } from './backups.server.ts'
import { writeNotice } from './billing/notice-job.server.ts'
import { sendWhatsAppNotice } from './billing/whatsapp-notice.server.ts'
import { cardJobs } from './billing/card-jobs.server.ts'
import { every } from './every.server.ts'
import { findCompanyHandler } from './find-company.server.ts'
import { spreadIndustryHandler } from './industry-spread.server.ts'
import { EVALUATE_EVERY_MS, evaluateLater, healthJobs } from './health-jobs.server.ts'
import { inJobScope } from './job-scope.server.ts'
import type { Log } from './log.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { demoJobs } from './demos/demo-jobs.server.ts'
import { leavingJobs } from './leaving.server.ts'
import { platformMailHandler } from './mail-jobs.server.ts'
import { portalOrigin } from './portal-origin.server.ts'
import type { Runtime } from './runtime.server.ts'
import type { Services } from './services.ts'

const TIDY_EVERY_MS = 10 * 60_000
/** Heals a lost job; more than this were not lost but the clock was. */
const SUBSCRIPTIONS_PER_SWEEP = 200

/** Starts the worker of the platform's own queue: work that belongs to no company. */
export function startPlatformJobs(runtime: Runtime, services: Services) {
  const { platform, log, replication } = runtime
  const sqlite = platformSqliteOf(platform)
  const isPrimary = () => replication.role() === 'primary'
  const worker = createWorker<PlatformDb>({
    handlers: inJobScope<PlatformDb>(log, platformHandlers(runtime, services), tenantOfPayload),
    open: () => (isPrimary() ? { store: platform, sqlite, release: () => undefined } : undefined),
    onError: (_store, kind, err) => log.warn({ surface: 'job', kind, err }, 'platform job failed'),
    onEnd: (kind, end, { tookMs, times }) =>
      runtime.meter.noteJob(kind, { [end]: times, totalMs: tookMs }),
  })
  const stopListening = onPlatformJob(worker.wake)
  const stopTidying = every(log, TIDY_EVERY_MS, 'tidying', () => {
    if (!isPrimary()) return
    tidy(platform)
    void services.support.settleLost()
    planBackups(runtime, Date.now())
    if (!isLocalHost(runtime.env.ROOT_DOMAIN)) planCertificates(platform, Date.now())
    worker.wake(PLATFORM_STORE)
  })
  const stopWatching = every(log, EVALUATE_EVERY_MS, 'alerts', () => {
    if (isPrimary()) evaluateLater(platform, Date.now())
  })
  if (isPrimary()) {
    reclaimQuietly(sqlite, log)
    worker.wake(PLATFORM_STORE)
  }
  return {
    pullBack: () => {
      pullBack(sqlite, Date.now())
      worker.wake(PLATFORM_STORE)
    },
    stop: async () => {
      stopListening()
      stopTidying()
      stopWatching()
      await worker.stop()
    },
  }
}

function platformHandlers(runtime: Runtime, services: Services): JobHandlers<PlatformDb> {
  return {
    'mail.send': platformMailHandler(services.sendMail),
    'company.find': findCompanyHandler(runtime),
    ...leavingJobs(runtime),
    ...demoJobs(runtime, services.endpoints),
    ...backupJobs(runtime),
    'mpesa.push': (store, payload, job) =>
      pushPayment(store, payload, job, {
        mpesa: services.mpesa.client,
        toCallbackUrl: services.mpesa.toCallbackUrl,
      }),
    'mpesa.query': (store, payload) => queryPayment(store, payload, services.mpesa.client),
    ...cardJobs(services.cards),
    'industry.spread': spreadIndustryHandler(runtime),
    'prospect.remind': (store, payload) => {
      remind(store, payload, portalOrigin(runtime.env, 'app'))
    },
    'onboarding.remind': remindOfDate,
    'billing.notice': (store, notice) => writeNotice(runtime, store, notice),
    'billing.whatsapp': (store, payload, job) =>
      sendWhatsAppNotice(store, payload, job, { env: runtime.env, vault: services.vault }),
    ...healthJobs(runtime, services),
    'subscription.advance': (store, { tenantId }) => {
      advance(store, tenantId, Date.now())
    },
  }
}

/** A full disk must not keep the product from starting: what can be read is served. */
function reclaimQuietly(sqlite: Sqlite, log: Log): void {
  try {
    reclaimForeign(sqlite)
  } catch (err) {
    log.error({ surface: 'job', err }, 'jobs of another process wait for their lease')
  }
}

/** Many of the platform's jobs are about one company. */
function tenantOfPayload(_platform: PlatformDb, payload: unknown): string | undefined {
  const { tenantId } = payload as { tenantId?: unknown }
  return typeof tenantId === 'string' ? tenantId : undefined
}

function tidy(platform: PlatformDb): void {
  pruneJobs(platformSqliteOf(platform), Date.now())
  prunePlatformSessions(platform)
  pruneOutbox(platform)
  for (const tenantId of listDue(platform, Date.now(), SUBSCRIPTIONS_PER_SWEEP))
    advance(platform, tenantId, Date.now())
}
