import { monitorEventLoopDelay } from 'node:perf_hooks'
import { keepCounts, keepDisk, keepState, pruneHealth } from '#app/platform/health/keep.server.ts'
import { onSlowStatement } from '#app/tenancy/slow-statements.server.ts'
import type { Runtime } from '../runtime.server.ts'
import type { Services } from '../services.ts'
import { readDisk } from './disk.server.ts'
import { measureVendors } from './vendor-meter.server.ts'

const FLUSH_EVERY_MS = 60_000
const DISK_EVERY_MS = 10 * 60_000
const NANOSECONDS = 1e6
const LOOP_SHARE = 99

export type Measuring = { flush: () => void; stop: () => void }

/** Begins to measure, and keeps the figures once a minute on the primary. */
export function startMeasuring(
  runtime: Runtime,
  services: Services,
  runningJobs: () => number,
): Measuring {
  const { platform, meter, log, replication, tenancy } = runtime
  const stopVendors = measureVendors(meter, runtime.env)
  const stopSlow = onSlowStatement((file, statement, tookMs) =>
    meter.noteSlow(file === 'platform' ? '' : file, statement, tookMs),
  )
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()

  /** What was counted until now is written; on a replica it is only forgotten. */
  function flush(): void {
    const taken = meter.take()
    const loopDelayMs = delay.percentile(LOOP_SHARE) / NANOSECONDS
    delay.reset()
    if (replication.role() !== 'primary') return
    const now = Date.now()
    const state = {
      ...{ role: replication.role(), lagMs: replication.lagMs(), loopDelayMs },
      ...{ memoryBytes: process.memoryUsage.rss(), handles: tenancy.openCount() },
      streams: services.eventStreams.count() + services.chatStreams.count(),
      jobsRunning: runningJobs(),
    }
    try {
      keepCounts(platform, taken, now)
      keepState(platform, state, now)
    } catch (err) {
      // Figures are no reason to stop; the next minute's are written with the next flush.
      log.warn({ err }, 'figures could not be kept')
    }
  }

  async function look(): Promise<void> {
    if (replication.role() !== 'primary') return
    try {
      const disk = await readDisk(runtime.paths)
      if (isStopped) return
      keepDisk(platform, disk, Date.now())
      pruneHealth(platform, Date.now())
    } catch (err) {
      log.warn({ err }, 'the disk could not be measured')
    }
  }

  let isStopped = false
  const flushing = setInterval(flush, FLUSH_EVERY_MS)
  const looking = setInterval(() => void look(), DISK_EVERY_MS)
  void look()
  return {
    flush,
    stop: () => {
      isStopped = true
      clearInterval(flushing)
      clearInterval(looking)
      flush()
      delay.disable()
      stopVendors()
      stopSlow()
    },
  }
}
