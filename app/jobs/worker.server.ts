import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { createPacer } from './pacer.ts'
import type { Pacer } from './pacer.ts'
import { createAlarms } from './alarms.ts'
import { runAtOnce } from './at-once.server.ts'
import type { AtOnceHandler, AtOnceHandlers } from './at-once.server.ts'
import { claimJob, nextTimes, reclaimExpired } from './queue.server.ts'
import type { JobRow } from './queue.server.ts'
import { jobLanes, kindsOf } from './registry.ts'
import type { JobKind, JobLane } from './registry.ts'
import { freeStuck, runJob } from './run-job.server.ts'
import type { JobEnd, JobHandlers } from './run-job.server.ts'

/** Jobs at a time in each lane: of one file, and in all. */
const PER_STORE_MAX = 6
const TOTAL_MAX = 48
/** The lane whose wakes are vendors calling: how often says whether there is a rush. */
const FROM_OUTSIDE: JobLane = 'intake'
/** A file that cannot be opened, read or written is looked at again. */
const LOOK_AGAIN_MS = 15_000

export type OpenStore<S> = { store: S; sqlite: Sqlite; release: () => void }

export type WorkerOptions<S> = {
  handlers: JobHandlers<S>
  /** kinds that are usually done without waiting for anything: many of them in one commit */
  atOnce?: AtOnceHandlers<S>
  /** opens a file for the time of its jobs; undefined when its jobs must wait */
  open: (storeId: string) => OpenStore<S> | undefined
  onError: (storeId: string, kind: string, error: unknown) => void
  /** counts runs, `times` of them at once, and what they took together */
  onEnd?: (kind: string, end: JobEnd, run: { tookMs: number; times: number }) => void
}

export type Worker = ReturnType<typeof createWorker>

/**
 * Runs due jobs of many files in one process. Files take turns, each with a few jobs at a
 * time, so that one company's backlog does not hold up another's message; and lanes are apart,
 * so that a vendor who does not answer holds up nothing that does not need it.
 */
export function createWorker<S>(options: WorkerOptions<S>) {
  const pacer = createPacer()
  const lanes = jobLanes.map((lane) => createLane(options, lane, pacer))
  return {
    /** Looks at a file's queue, one lane of it or all, as soon as there is room. */
    wake: (storeId: string, only?: string) => {
      if (only === FROM_OUTSIDE) pacer.noteArrival()
      for (const lane of lanes) if (!only || lane.name === only) lane.wake(storeId)
    },
    /** Starts nothing new and waits for what runs. */
    stop: async () => {
      await Promise.all(lanes.map((lane) => lane.stop()))
    },
    runningCount: () => lanes.reduce((sum, lane) => sum + lane.runningCount(), 0),
  }
}

function createLane<S>(options: WorkerOptions<S>, lane: JobLane, pacer: Pacer) {
  const atOnceKinds = kindsOf(lane).filter((kind) => options.atOnce?.[kind])
  const waiting = new Set<string>()
  const running = new Map<string, number>()
  const alarms = createAlarms(wake)
  const stuck = createStuck()
  let [total, isStopped] = [0, false]
  let turn: NodeJS.Timeout | undefined
  const idle: Array<() => void> = []

  /** Looks at a file's queue as soon as there is room. */
  function wake(storeId: string): void {
    if (isStopped) return
    waiting.add(storeId)
    drain()
  }

  function drain(): void {
    if (turn) return
    for (const storeId of waiting) {
      if (total >= TOTAL_MAX) return
      const waitMs = pacer.waitMs()
      if (waitMs > 0) return drainIn(waitMs)
      if ((running.get(storeId) ?? 0) >= PER_STORE_MAX) continue
      waiting.delete(storeId)
      if (pacer.spend(() => startOne(storeId))) waiting.add(storeId)
    }
  }

  /** Requests go first; wakes until then add up. */
  function drainIn(waitMs: number): void {
    turn = setTimeout(() => {
      turn = undefined
      drain()
    }, waitMs)
  }

  /** Starts one job, or many small ones. @returns whether the file may have more that is due */
  function startOne(storeId: string): boolean {
    const file = openQuietly(storeId)
    if (!file) return false
    try {
      stuck.letGo(storeId, file.sqlite)
      if (doAtOnce(storeId, file)) return true
      const next = claimNext(file.sqlite, lane)
      if (typeof next === 'object') run(storeId, next)
      else alarms.set(storeId, next)
      return typeof next === 'object'
    } catch (error) {
      options.onError(storeId, 'claim', error)
      alarms.set(storeId, Date.now() + LOOK_AGAIN_MS)
      return false
    } finally {
      file.release()
    }
  }

  /** @returns whether anything was found: then it is worth looking again */
  function doAtOnce(storeId: string, file: OpenStore<S>): boolean {
    const room = PER_STORE_MAX - (running.get(storeId) ?? 0)
    let isMore = false
    for (const kind of atOnceKinds) {
      const handler = options.atOnce?.[kind]
      // Kind and payload belong together; the types cannot see that across the lookup.
      const end = timed(options, kind)
      const result = handler && runAtOnce(file, kind, handler as AtOnceHandler<S, JobKind>, room)
      if (result) end('done', result.done)
      result?.left.forEach((job) => run(storeId, job))
      isMore ||= result?.isMore ?? false
    }
    return isMore
  }

  function run(storeId: string, job: JobRow): void {
    const file = openQuietly(storeId)
    // Its lease brings it back.
    if (!file) return
    count(storeId, 1)
    const [onEnd, onStuck] = [timed(options, job.kind), () => stuck.note(storeId, job)]
    void runJob({ ...file, onEnd, onStuck }, options.handlers, job)
      .then((error) => error !== undefined && options.onError(storeId, job.kind, error))
      .finally(() => {
        file.release()
        count(storeId, -1)
        wake(storeId)
        if (total === 0) idle.splice(0).forEach((resolve) => resolve())
      })
  }

  function openQuietly(storeId: string): OpenStore<S> | undefined {
    try {
      return options.open(storeId)
    } catch (error) {
      options.onError(storeId, 'open', error)
      alarms.set(storeId, Date.now() + LOOK_AGAIN_MS)
      return undefined
    }
  }

  function count(storeId: string, change: 1 | -1): void {
    const now = (running.get(storeId) ?? 0) + change
    if (now === 0) running.delete(storeId)
    else running.set(storeId, now)
    total += change
  }

  /** Starts nothing new and waits for what runs. */
  async function stop(): Promise<void> {
    isStopped = true
    clearTimeout(turn)
    alarms.clear()
    waiting.clear()
    if (total > 0) await new Promise<void>((resolve) => idle.push(resolve))
  }

  return { name: lane, wake, stop, runningCount: () => total }
}

/** Jobs whose end could not be written, by file: let go of as soon as it takes a write again. */
function createStuck() {
  const jobs = new Map<string, JobRow[]>()
  return {
    note: (storeId: string, job: JobRow) =>
      void jobs.set(storeId, [...(jobs.get(storeId) ?? []), job]),
    letGo: (storeId: string, sqlite: Sqlite) => {
      for (const job of jobs.get(storeId) ?? []) freeStuck(sqlite, job)
      jobs.delete(storeId)
    },
  }
}

/** Begins to time a run; what it returns says how it ended. */
function timed<S>({ onEnd }: WorkerOptions<S>, kind: string) {
  const startedAt = performance.now()
  return (end: JobEnd, times = 1) => {
    if (times > 0) onEnd?.(kind, end, { tookMs: performance.now() - startedAt, times })
  }
}

/** Claims what is due. @returns the job, or when to look again: UTC ms, infinity for never */
function claimNext(sqlite: Sqlite, lane: JobLane): JobRow | number {
  const now = Date.now()
  let next = nextTimes(sqlite, lane)
  if (next.leaseEndsAt < now) {
    reclaimExpired(sqlite, now)
    next = nextTimes(sqlite, lane)
  }
  const job = next.dueAt <= now ? claimJob(sqlite, now, lane) : undefined
  return job ?? Math.min(next.dueAt, next.leaseEndsAt)
}
