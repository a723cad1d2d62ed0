import { performance } from 'node:perf_hooks'

const WINDOW_MS = 50
/** From here on the loop counts as busy, and requests go first. */
const BUSY_UTILIZATION = 0.85
/** What jobs may take of a busy window. */
const BUSY_BUDGET_MS = 12

export type Pacer = ReturnType<typeof createPacer>

/**
 * Keeps jobs from holding up requests when the process has no time to spare: a rush of webhooks
 * is stored and acknowledged first and worked off as it ebbs. With time to spare it does nothing.
 */
export function createPacer() {
  let windowEndsAt = 0
  let spentMs = 0
  let isBusy = false
  let last = performance.eventLoopUtilization()

  function renew(now: number): void {
    if (now < windowEndsAt) return
    const current = performance.eventLoopUtilization()
    isBusy = performance.eventLoopUtilization(current, last).utilization > BUSY_UTILIZATION
    last = current
    windowEndsAt = now + WINDOW_MS
    spentMs = 0
  }

  /** Runs work on the jobs' account. */
  function spend<T>(work: () => T): T {
    const startedAt = performance.now()
    try {
      return work()
    } finally {
      spentMs += performance.now() - startedAt
    }
  }

  /** @returns ms to wait before the next job, 0 when it may start now */
  function waitMs(): number {
    const now = performance.now()
    renew(now)
    return isBusy && spentMs >= BUSY_BUDGET_MS ? Math.max(1, windowEndsAt - now) : 0
  }

  return { spend, waitMs }
}
