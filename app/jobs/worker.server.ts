import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { createPacer } from './pacer.ts'
import type { Pacer } from './pacer.ts'
import { claimJob, nextJobAt, reclaimExpired } from './queue.server.ts'
import { jobLanes } from './registry.ts'
import type { JobLane } from './registry.ts'
import { runJob } from './run-job.server.ts'
import type { JobHandlers } from './run-job.server.ts'

/** Jobs at a time in each lane: of one file, and in all. */
const PER_STORE_MAX = 6
const TOTAL_MAX = 48
const TIMER_MAX_MS = 60_000

export type OpenStore<S> = { store: S; sqlite: Sqlite; release: () => void }

export type WorkerOptions<S> = {
  handlers: JobHandlers<S>
  /** opens a file for the time of its jobs; undefined when its jobs must wait */
  open: (storeId: string) => OpenStore<S> | undefined
  onError: (storeId: string, kind: string, error: unknown) => void
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
    /** Looks at a file's queue as soon as there is room. */
    wake: (storeId: string) => lanes.forEach((lane) => lane.wake(storeId)),
    /** Starts nothing new and waits for what runs. */
    stop: async () => {
      await Promise.all(lanes.map((lane) => lane.stop()))
    },
    runningCount: () => lanes.reduce((sum, lane) => sum + lane.runningCount(), 0),
  }
}

function createLane<S>(options: WorkerOptions<S>, lane: JobLane, pacer: Pacer) {
  const waiting = new Set<string>()
  const running = new Map<string, number>()
  const timers = new Map<string, { at: number; timer: NodeJS.Timeout }>()
  let total = 0
  let isStopped = false
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

  /** Claims and starts one job. @returns whether the file may have more that is due */
  function startOne(storeId: string): boolean {
    const file = openQuietly(storeId)
    if (!file) return false
    try {
      reclaimExpired(file.sqlite, Date.now())
      const job = claimJob(file.sqlite, Date.now(), lane)
      if (!job) {
        scheduleNext(storeId, nextJobAt(file.sqlite, lane))
        file.release()
        return false
      }
      count(storeId, 1)
      void runJob(file, options.handlers, job)
        .then((error) => error !== undefined && options.onError(storeId, job.kind, error))
        .finally(() => {
          file.release()
          count(storeId, -1)
          wake(storeId)
          if (total === 0) idle.splice(0).forEach((resolve) => resolve())
        })
      return true
    } catch (error) {
      file.release()
      options.onError(storeId, 'claim', error)
      scheduleNext(storeId, Date.now() + TIMER_MAX_MS)
      return false
    }
  }

  function openQuietly(storeId: string): OpenStore<S> | undefined {
    try {
      return options.open(storeId)
    } catch (error) {
      options.onError(storeId, 'open', error)
      return undefined
    }
  }

  function count(storeId: string, change: 1 | -1): void {
    const now = (running.get(storeId) ?? 0) + change
    if (now === 0) running.delete(storeId)
    else running.set(storeId, now)
    total += change
  }

  function scheduleNext(storeId: string, at: number | undefined): void {
    if (at === undefined || isStopped) return
    const known = timers.get(storeId)
    if (known && known.at <= at && known.at > Date.now()) return
    clearTimeout(known?.timer)
    const delayMs = Math.min(Math.max(at - Date.now(), 1), TIMER_MAX_MS)
    const timer = setTimeout(() => {
      timers.delete(storeId)
      wake(storeId)
    }, delayMs)
    timers.set(storeId, { at, timer })
  }

  /** Starts nothing new and waits for what runs. */
  async function stop(): Promise<void> {
    isStopped = true
    clearTimeout(turn)
    for (const { timer } of timers.values()) clearTimeout(timer)
    waiting.clear()
    if (total > 0) await new Promise<void>((resolve) => idle.push(resolve))
  }

  return { wake, stop, runningCount: () => total }
}
