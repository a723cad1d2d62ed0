import { writeTransaction } from '#app/tenancy/sqlite.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { failJob, finishJob, retryJob } from './queue.server.ts'
import type { JobRow } from './queue.server.ts'
import { jobKinds } from './registry.ts'
import type { JobKind, JobPayload } from './registry.ts'

const BACKOFF_BASE_MS = 2_000
const BACKOFF_MAX_MS = 15 * 60_000

/** What a handler says when it did not simply succeed. */
export type JobOutcome =
  { retryAfterMs: number; error?: string } | { failed: string } | undefined | void

export type JobContext = {
  attempt: number
  isLastAttempt: boolean
  /**
   * Finishes the job in the same transaction as what it wrote.
   * @throws LeaseLostError, and writes nothing, when another worker took over
   */
  complete: (write?: () => void) => void
}

export class LeaseLostError extends Error {
  override name = 'LeaseLostError'
}

export type JobHandler<S, K extends JobKind> = (
  store: S,
  payload: JobPayload<K>,
  job: JobContext,
) => Promise<JobOutcome> | JobOutcome

/** What became of a run: done, put back for another try, or given up. */
export type JobEnd = 'done' | 'retried' | 'failed'

export type JobHandlers<S> = { [K in JobKind]?: JobHandler<S, K> }

/**
 * Runs one claimed job to its end: done, put back, or failed for good.
 *
 * @returns the error when it threw, for the log
 */
export async function runJob<S>(
  file: {
    store: S
    sqlite: Sqlite
    onEnd?: (end: JobEnd) => void
    /** what became of the job could not be written: it is still claimed */
    onStuck?: () => void
  },
  handlers: JobHandlers<S>,
  job: JobRow,
): Promise<unknown> {
  let isComplete = false
  const context: JobContext = {
    attempt: job.attempts,
    isLastAttempt: job.attempts >= job.maxAttempts,
    complete: (write) => {
      writeTransaction(file.sqlite, () => {
        if (!finishJob(file.sqlite, job)) throw new LeaseLostError(job.kind)
        write?.()
      })
      isComplete = true
    },
  }
  try {
    const outcome = await dispatch(file.store, handlers, job, context)
    const end = isComplete ? 'done' : settle(file.sqlite, job, outcome)
    file.onEnd?.(end)
    return undefined
  } catch (error) {
    if (isComplete || error instanceof LeaseLostError) return error
    try {
      const end = putBack(file.sqlite, job, error)
      file.onEnd?.(end)
    } catch {
      // A file that takes no write takes this one neither.
      file.onStuck?.()
    }
    return error
  }
}

/** Frees a job whose end could not be written, so that it need not wait for its lease. */
export function freeStuck(sqlite: Sqlite, job: JobRow): void {
  if (job.attempts >= job.maxAttempts) failJob(sqlite, job, 'interrupted')
  else retryJob(sqlite, job, { runAt: Date.now(), error: 'interrupted' })
}

function dispatch<S>(
  store: S,
  handlers: JobHandlers<S>,
  job: JobRow,
  context: JobContext,
): Promise<JobOutcome> | JobOutcome {
  const handler = handlers[job.kind]
  if (!handler) return { failed: `No handler for ${job.kind}` }
  const payload = jobKinds[job.kind].payload.safeParse(JSON.parse(job.payloadJson))
  if (!payload.success) return { failed: 'The payload does not fit' }
  // Kind and payload belong together; the types cannot see that across the lookup.
  return handler(store, payload.data as never, context)
}

function settle(sqlite: Sqlite, job: JobRow, outcome: JobOutcome): JobEnd {
  if (!outcome) {
    finishJob(sqlite, job)
    return 'done'
  }
  if ('failed' in outcome) {
    failJob(sqlite, job, outcome.failed)
    return 'failed'
  }
  const runAt = Date.now() + outcome.retryAfterMs
  retryJob(sqlite, job, { runAt, error: outcome.error ?? null, isFree: true })
  return 'retried'
}

function putBack(sqlite: Sqlite, job: JobRow, error: unknown): JobEnd {
  const reason = error instanceof Error ? error.name : 'unknown'
  if (job.attempts >= job.maxAttempts) {
    failJob(sqlite, job, reason)
    return 'failed'
  }
  retryJob(sqlite, job, { runAt: Date.now() + backoffMs(job.attempts), error: reason })
  return 'retried'
}

/** Doubles from two seconds to a quarter of an hour, with jitter so that a crowd spreads out. */
export function backoffMs(attempt: number): number {
  const base = Math.min(BACKOFF_BASE_MS * 2 ** (attempt - 1), BACKOFF_MAX_MS)
  return Math.round(base * (0.75 + Math.random() * 0.5))
}
