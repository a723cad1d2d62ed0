import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { closePlatform } from '#app/platform/db.server.ts'
import type { EnvWithSecrets } from './env.server.ts'
import { createHttp } from './http.server.ts'
import { followOthers } from './follow-others.server.ts'
import { startJobs } from './jobs.server.ts'
import type { Place, Role } from './litefs.server.ts'
import { startLogSink } from '#app/platform/logs/sink.server.ts'
import { createLog, toStderr } from './log.server.ts'
import { reportToPrimary } from './report-to-primary.server.ts'
import { createRuntime, pathsOf, replicationOf } from './runtime.server.ts'
import type { Runtime } from './runtime.server.ts'
import { createServices } from './create-services.server.ts'

const DRAIN_MAX_MS = 10_000
/** Slow clients are cut off here; event streams are answered at once and stay. */
const HEADERS_TIMEOUT_MS = 15_000
const REQUEST_TIMEOUT_MS = 120_000

export type RunningServer = {
  port: number
  server: Server
  stop: () => Promise<void>
  /** settles when this node's role is another than it began with: its files must be opened anew */
  roleChanged: Promise<void>
}

/**
 * Starts the whole product: databases, jobs, HTTP.
 *
 * @returns once it listens; `stop` drains requests and jobs and closes every file
 */
export async function startServer(env: EnvWithSecrets): Promise<RunningServer> {
  const kept = startLogSink(pathsOf(env.DATA_DIR).logPath, logLimits(env))
  const replication = replicationOf(env)
  await replication.follow()
  const runtime = createRuntime(env, createLog(env.LOG_LEVEL, toStderr(), kept), replication)
  const role = replication.role()
  const services = createServices(runtime)
  const jobs = startJobs(runtime, services)
  const http = await createHttp(runtime, services)
  const server = createServer(http.app)
  server.headersTimeout = HEADERS_TIMEOUT_MS
  server.requestTimeout = REQUEST_TIMEOUT_MS
  const port = await listen(server, env.PORT)
  // Port 0 takes any free one: what jobs write leads to the one that was taken.
  runtime.env.PORT = port
  runtime.log.info({ port, role }, 'listening')
  const stopReporting = reportToPrimary(env, replication)
  const stopFollowing = followOthers(runtime)

  async function stop(): Promise<void> {
    http.beginDrain()
    stopReporting()
    stopFollowing()
    // Whoever asks /readyz learns it while there is still somebody to ask.
    await wait(env.DRAIN_WAIT_MS)
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MAX_MS)
    await Promise.all([closed, jobs.stop()])
    clearTimeout(cut)
    await services.close()
    replication.stop()
    runtime.tenancy.closeAll()
    closePlatform(runtime.platform)
    runtime.log.info('stopped')
    await kept.close()
  }
  return { port, server, stop, roleChanged: whenMoved(runtime, role) }
}

/** Cut off, a primary only waits; it begins anew when it knows that another has its place. */
function whenMoved({ replication, log }: Runtime, began: Role): Promise<void> {
  return new Promise((resolve) => {
    const look = (now: Place) => {
      log.info(now, 'place in the cluster')
      if (now.role !== began && (now.role === 'primary' || now.primary)) resolve()
    }
    replication.onPlace(look)
    if (replication.isReplicated) look(replication.place())
  })
}

function logLimits(env: EnvWithSecrets) {
  return { days: env.LOG_KEEP_DAYS, bytes: env.LOG_MAX_MB * 1024 * 1024 }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}
