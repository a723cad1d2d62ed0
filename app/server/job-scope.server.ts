import type { JobHandlers, JobOutcome } from '#app/jobs/run-job.server.ts'
import type { AtOnceHandlers } from '#app/jobs/at-once.server.ts'
import { inLogScope } from './log-scope.server.ts'
import type { Log } from './log.server.ts'

type Run = (store: unknown, payload: unknown, job?: unknown) => unknown
type TenantOf<S> = (store: S, payload: unknown) => string | undefined

/**
 * The same handlers, but what they log says which job wrote it, and of which company; and what
 * they give up or put back is logged.
 *
 * @param tenantOf the company a job is about; undefined for none
 */
export function inJobScope<S>(
  log: Log,
  handlers: JobHandlers<S>,
  tenantOf: TenantOf<S>,
): JobHandlers<S> {
  const scoped = mapKinds(handlers, (kind, run) => (store, payload, job) => {
    const work = () => noteOutcome(log, run(store, payload, job) as ReturnType<typeof noteOutcome>)
    return inLogScope(toScope(kind, tenantOf(store as S, payload)), work)
  })
  return scoped
}

/** The same for jobs that are done many at once. */
export function atOnceInScope<S>(
  handlers: AtOnceHandlers<S>,
  tenantOf: TenantOf<S>,
): AtOnceHandlers<S> {
  const scoped = mapKinds(handlers, (kind, run) => (store, payload) => {
    return inLogScope(toScope(kind, tenantOf(store as S, payload)), () => run(store, payload))
  })
  return scoped
}

// Kind and payload belong together; the types cannot see that across the whole table.
function mapKinds(handlers: object, wrap: (kind: string, run: Run) => Run): object {
  const wrapped = Object.entries(handlers).map(([kind, run]) => [kind, wrap(kind, run as Run)])
  return Object.fromEntries(wrapped) as object
}

function toScope(kind: string, tenant: string | undefined) {
  return { surface: 'job', kind, ...(tenant && { tenant }) }
}

function noteOutcome(
  log: Log,
  outcome: JobOutcome | Promise<JobOutcome>,
): JobOutcome | Promise<JobOutcome> {
  if (outcome instanceof Promise) return outcome.then((ended) => noteEnded(log, ended))
  return noteEnded(log, outcome)
}

function noteEnded(log: Log, outcome: JobOutcome): JobOutcome {
  if (outcome && 'failed' in outcome)
    log.warn({ reason: toReason(outcome.failed) }, 'job was given up')
  if (outcome && 'error' in outcome && outcome.error)
    log.info(
      { reason: toReason(outcome.error), againInMs: outcome.retryAfterMs },
      'job was put back',
    )
  return outcome
}

/** A reason of ours is one word; anything else may be what a vendor quoted. */
function toReason(reason: string): string {
  return /^[a-z][a-z0-9_.]{0,60}$/i.test(reason) ? reason : 'refused'
}
