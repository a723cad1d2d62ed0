import { setTimeout as wait } from 'node:timers/promises'
import { rollReportsLater } from '#app/domain/analytics/roll.server.ts'
import { chainEarlier } from '#app/domain/audit/chain-earlier.server.ts'
import { pruneChanges } from '#app/domain/changes/record.server.ts'
import { closeIdleLater } from '#app/domain/conversations/close-idle.server.ts'
import { purgeDeletedLater } from '#app/domain/conversations/deletion.server.ts'
import { pruneInboundEvents } from '#app/domain/endpoints/inbound-events.server.ts'
import { pruneFilesLater } from '#app/domain/files/prune.server.ts'
import { retentionLater } from '#app/domain/privacy/retention.server.ts'
import { pruneSessions } from '#app/domain/members/sessions.server.ts'
import { scheduleDigests } from '#app/domain/notifications/schedule-digest.server.ts'
import { pruneNotifications } from '#app/domain/notifications/unread.server.ts'
import { countMessagesByDay } from '#app/domain/usage/activity.server.ts'
import { rollUsageLater } from '#app/domain/usage/roll.server.ts'
import { countByKind } from '#app/jobs/count.server.ts'
import { pruneJobs, reclaimForeign } from '#app/jobs/queue.server.ts'
import { pullBack } from '#app/jobs/pull-back.server.ts'
import { createWorker } from '#app/jobs/worker.server.ts'
import type { OpenStore } from '#app/jobs/worker.server.ts'
import { firstUncountedDay, keepTenantState } from '#app/platform/health/work.server.ts'
import { takeDueHints } from '#app/platform/tenants/job-hints.server.ts'
import { onSignal } from '#app/tenancy/signals.server.ts'
import { sqliteOf, tenantIdOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { channelJobsAtOnce } from './channels.server.ts'
import { createClockWatch } from './clock-watch.server.ts'
import { every } from './every.server.ts'
import { forgetDeleted } from './forget-deleted.server.ts'
import { tenantJobHandlers } from './job-handlers.server.ts'
import { inLogScope } from './log-scope.server.ts'
import { atOnceInScope, inJobScope } from './job-scope.server.ts'
import { startMeasuring } from './measuring/start.server.ts'
import { startPlatformJobs } from './platform-jobs.server.ts'
import type { Runtime } from './runtime.server.ts'
import type { Services } from './services.ts'

const HINTS_EVERY_MS = 400
const CLOCK_EVERY_MS = 1_000
/** Heals lost hints and prunes what is old. */
const SWEEP_EVERY_MS = 10 * 60_000
/** How long the sweep works before requests get their turn, which is at least as long. */
const SWEEP_TURN_MS = 10

/** Starts the company workers: woken by signals, by hints from other processes, and by a sweep. */
export function startJobs(runtime: Runtime, services: Services) {
  const worker = createWorker<TenantDb>({
    handlers: inJobScope(runtime.log, tenantJobHandlers(runtime, services), tenantIdOf),
    atOnce: atOnceInScope(channelJobsAtOnce(services.channels), tenantIdOf),
    open: (tenantId) => openForJobs(runtime, tenantId),
    onError: (tenant, kind, err) =>
      runtime.log.warn({ surface: 'job', tenant, kind, err }, 'job failed'),
    onEnd: (kind, end, { tookMs, times }) =>
      runtime.meter.noteJob(kind, { [end]: times, totalMs: tookMs }),
  })
  const platformJobs = startPlatformJobs(runtime, services)
  const measuring = startMeasuring(runtime, services, worker.runningCount)
  // Whoever signals may be inside a request; the jobs are not.
  const stopListening = onSignal('jobs', (tenantId, lane) =>
    inLogScope({ surface: 'job' }, () => worker.wake(tenantId, lane)),
  )
  const stopHints = every(runtime.log, HINTS_EVERY_MS, 'hints', () => {
    if (runtime.replication.role() !== 'primary') return
    forgetDeleted(runtime)
    for (const tenantId of takeDueHints(runtime.platform, Date.now())) worker.wake(tenantId)
  })
  let isStopped = false
  const runSweep = (tidyOne: (db: TenantDb) => void) =>
    sweep(runtime, worker.wake, { tidy: tidyOne, isStopped: () => isStopped })
  const wasSetBack = createClockWatch()
  const stopClock = every(runtime.log, CLOCK_EVERY_MS, 'clock', async () => {
    if (!wasSetBack() || runtime.replication.role() !== 'primary') return
    runtime.log.warn({ surface: 'timer' }, 'the clock was set back')
    platformJobs.pullBack()
    await runSweep((db) => pullBack(sqliteOf(db), Date.now()))
  })
  const stopSweeps = every(runtime.log, SWEEP_EVERY_MS, 'sweep', () => runSweep(tidy))
  runSweep((db) => resume(db, services)).catch((err: unknown) =>
    runtime.log.error({ err }, 'the first sweep ended early'),
  )

  return {
    wake: worker.wake,
    stop: async () => {
      isStopped = true
      stopListening()
      stopHints()
      stopClock()
      stopSweeps()
      services.ai.interrupt()
      await Promise.all([worker.stop(), platformJobs.stop()])
      measuring.stop()
    },
  }
}

/** Jobs run on the primary only, and a suspended company's jobs wait: its file is not opened. */
function openForJobs(runtime: Runtime, tenantId: string): OpenStore<TenantDb> | undefined {
  if (runtime.replication.role() !== 'primary') return undefined
  const entry = runtime.directory.findById(tenantId)
  if (!entry || entry.status !== 'active') return undefined
  const store = runtime.tenancy.acquire(entry)
  return { store, sqlite: sqliteOf(store), release: () => runtime.tenancy.release(tenantId, store) }
}

async function sweep(
  runtime: Runtime,
  wake: (tenantId: string) => void,
  state: { tidy: (db: TenantDb) => void; isStopped: () => boolean },
): Promise<void> {
  let turnBegan = performance.now()
  for (const entry of runtime.directory.everyTenant()) {
    if (state.isStopped() || runtime.replication.role() !== 'primary') return
    if (entry.status !== 'active') continue
    try {
      await runtime.tenancy.withTenant(entry, (db) => {
        state.tidy(db)
        noteState(runtime, db)
      })
    } catch (err) {
      // One company's damaged file must not keep the others waiting.
      runtime.log.error({ surface: 'job', tenant: entry.id, err }, 'sweep could not open the file')
    }
    // Also then: the worker looks again, and goes on as soon as the file is put right.
    wake(entry.id)
    // By time and not by number: a file that is migrated takes as long as many that are not.
    const tookMs = performance.now() - turnBegan
    if (tookMs < SWEEP_TURN_MS) continue
    await wait(tookMs)
    turnBegan = performance.now()
  }
}

/** What the platform's pages show of a company's work, without opening its file. */
function noteState({ platform, replication }: Runtime, db: TenantDb): void {
  if (replication.role() !== 'primary') return
  const [at, tenantId] = [Date.now(), tenantIdOf(db)]
  const days = countMessagesByDay(db, firstUncountedDay(platform, tenantId, at))
  keepTenantState(platform, tenantId, { jobs: countByKind(sqliteOf(db), at), days, at })
}

/** At the start of the process: what another one left unfinished, and what the operator changed. */
function resume(db: TenantDb, services: Services): void {
  reclaimForeign(sqliteOf(db))
  chainEarlier(db)
  services.ai.checkEmbedder(db)
  rollReportsLater(db, Date.now())
  rollUsageLater(db, Date.now())
}

function tidy(db: TenantDb): void {
  pruneJobs(sqliteOf(db), Date.now())
  pruneChanges(db)
  pruneInboundEvents(db, Date.now())
  pruneFilesLater(db, Date.now())
  pruneSessions(db)
  retentionLater(db, Date.now())
  pruneNotifications(db)
  scheduleDigests(db)
  closeIdleLater(db, Date.now())
  purgeDeletedLater(db, Date.now())
  rollReportsLater(db, Date.now())
  rollUsageLater(db, Date.now())
}
