import { withoutFlush, writeTransaction } from '#app/tenancy/sqlite.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { claimById, finishUnclaimed, listFresh } from './queue.server.ts'
import type { DueJob, JobRow } from './queue.server.ts'
import { jobKinds } from './registry.ts'
import type { JobKind, JobPayload } from './registry.ts'

/** Jobs done in one transaction at most, and how long it may hold everybody else up. */
const BATCH_MAX = 40
const BUDGET_MS = 8
const STARTED_AT = Date.now()

/**
 * Does a small job synchronously, with all its writes in the transaction around it; it counts as
 * done already, so that it may put itself into the queue again (then it says that there is more).
 *
 * @returns what to do once it is committed, or undefined when the job must go the ordinary way
 *   (claimed, with attempts); then nothing it wrote stays. The same when it throws.
 */
export type AtOnceHandler<S, K extends JobKind> = (
  store: S,
  payload: JobPayload<K>,
) => DoneAtOnce | undefined

type DoneAtOnce = { afterCommit: () => void; isMore?: boolean }

export type AtOnceHandlers<S> = { [K in JobKind]?: AtOnceHandler<S, K> }

export type AtOnceResult = {
  /** how many are done */
  done: number
  /** claimed, to be run the ordinary way */
  left: JobRow[]
  /** there may be more that is due */
  isMore: boolean
}

/**
 * Does the waiting jobs of one kind together: one commit for many, and no lease, because nobody
 * else can see them half done. A power cut may take the commit and does no harm: then the jobs
 * wait as before.
 *
 * @param room how many jobs may be handed back
 */
export function runAtOnce<S, K extends JobKind>(
  file: { store: S; sqlite: Sqlite },
  kind: K,
  handler: AtOnceHandler<S, K>,
  room: number,
): AtOnceResult {
  const now = Date.now()
  const fresh = { since: STARTED_AT, now, limit: BATCH_MAX }
  const due = listFresh(file.sqlite, kind, fresh)
  if (due.length === 0) return { done: 0, left: [], isMore: false }
  const run = () => doTogether(file, due, { kind, handler, room, now })
  const { afters, ...result } = withoutFlush(file.sqlite, () => writeTransaction(file.sqlite, run))
  for (const after of afters) after()
  return { ...result, done: afters.length }
}

type Batch<S, K extends JobKind> = {
  kind: K
  handler: AtOnceHandler<S, K>
  room: number
  now: number
}

function doTogether<S, K extends JobKind>(
  file: { store: S; sqlite: Sqlite },
  due: DueJob[],
  batch: Batch<S, K>,
) {
  const endsAt = performance.now() + BUDGET_MS
  const left: JobRow[] = []
  const afters: (() => void)[] = []
  let isMore = due.length === BATCH_MAX
  for (const job of due) {
    const isFull = performance.now() > endsAt || left.length >= batch.room
    if (isFull) return { left, afters, isMore: true }
    const done = tryOne(file, job, batch)
    const claimed = done ? undefined : claimById(file.sqlite, job.id, batch.now)
    if (done) afters.push(done.afterCommit)
    else if (claimed) left.push(claimed)
    isMore ||= done?.isMore ?? false
  }
  return { left, afters, isMore }
}

/** All of one job or nothing of it: a savepoint keeps a failing one from the others. */
function tryOne<S, K extends JobKind>(
  { store, sqlite }: { store: S; sqlite: Sqlite },
  job: DueJob,
  { kind, handler }: Batch<S, K>,
): DoneAtOnce | undefined {
  try {
    return writeTransaction(sqlite, () => {
      const payload = jobKinds[kind].payload.parse(JSON.parse(job.payloadJson))
      if (!finishUnclaimed(sqlite, job.id)) throw new NotDoneError(kind)
      const done = handler(store, payload as JobPayload<K>)
      if (!done) throw new NotDoneError(kind)
      return done
    })
  } catch {
    // Whatever it was happens again where attempts are counted and failures noted.
    return undefined
  }
}

class NotDoneError extends Error {
  override name = 'NotDoneError'
}
