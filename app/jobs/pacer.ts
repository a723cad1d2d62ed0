import { performance } from 'node:perf_hooks'

const WINDOW_MS = 50
/** From here on the loop counts as busy, and requests go first. */
const BUSY_UTILIZATION = 0.85
/** What jobs may take of a busy window. */
const BUSY_SHARE = 0.24
/** What a long job is made to pay back at most: a second of a busy loop. */
const DEBT_MAX_MS = BUSY_SHARE * 1_000
/** Calls a second from outside that make a rush, and below which it is over. */
const RUSH_BEGINS = 400
const RUSH_ENDS = 100
/** What jobs may take at the beginning of a rush, and what they come to have when it lasts. */
const RUSH_SHARE = 0.05
const RUSH_SHARE_MAX = 0.5
const RUSH_GROWS_MS = 30_000

export type Pacer = ReturnType<typeof createPacer>

/**
 * Keeps jobs from holding up requests when the process has no time to spare: a rush of webhooks
 * is stored and acknowledged first and worked off as it ebbs. The longer it lasts the more time
 * its jobs get, up to half of all, so that nothing waits for good. With time to spare it does
 * nothing.
 *
 * @param clock for tests: monotonic ms and the loop's utilization since the last look, 0..1
 */
export function createPacer(clock: PacerClock = loopClock()) {
  let windowBeganAt = -Infinity
  /** ms that jobs may still take now; below zero when the last ones took longer */
  let credit = Infinity
  let arrivals = 0
  let rushSince: number | undefined

  function renew(now: number): void {
    const lasted = now - windowBeganAt
    if (lasted < WINDOW_MS) return
    const isBusy = clock.utilization() > BUSY_UTILIZATION
    const perSecond = (arrivals / lasted) * 1000
    if (isBusy && perSecond >= RUSH_BEGINS) rushSince ??= now
    if (perSecond < RUSH_ENDS) rushSince = undefined
    windowBeganAt = now
    arrivals = 0
    if (!isBusy && rushSince === undefined) return void (credit = Infinity)
    const share = rushSince === undefined ? BUSY_SHARE : rushShare(now - rushSince)
    // What was overdrawn is paid back; what was saved is not kept.
    credit = Math.max(Math.min(credit, 0), -DEBT_MAX_MS) + share * WINDOW_MS
  }

  /** Notes that somebody outside called. */
  function noteArrival(): void {
    arrivals += 1
  }

  /** Runs work on the jobs' account. */
  function spend<T>(work: () => T): T {
    const startedAt = clock.now()
    try {
      return work()
    } finally {
      credit -= clock.now() - startedAt
    }
  }

  /** @returns ms to wait before the next job, 0 when it may start now */
  function waitMs(): number {
    const now = clock.now()
    renew(now)
    return credit > 0 ? 0 : Math.max(1, windowBeganAt + WINDOW_MS - now)
  }

  return { noteArrival, spend, waitMs }
}

export type PacerClock = { now: () => number; utilization: () => number }

function rushShare(lastedMs: number): number {
  const grown = (RUSH_SHARE_MAX - RUSH_SHARE) * (lastedMs / RUSH_GROWS_MS)
  return Math.min(RUSH_SHARE_MAX, RUSH_SHARE + grown)
}

function loopClock(): PacerClock {
  let last = performance.eventLoopUtilization()
  const utilization = () => {
    const before = last
    last = performance.eventLoopUtilization()
    return performance.eventLoopUtilization(last, before).utilization
  }
  return { now: () => performance.now(), utilization }
}
