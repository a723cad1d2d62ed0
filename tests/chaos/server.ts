import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { send } from '#tests/server.ts'

const READY_MAX_MS = 60_000
const LOOK_MS = 50

export type Served = ReturnType<typeof createServed>

/**
 * The built product as a process of its own, which a fault may kill, freeze or start anew.
 *
 * @param how.shell lines that run in the process before the product takes its place (limits)
 */
export function createServed(how: {
  environment: Record<string, string>
  port: number
  logPath: string
  shell?: string
}) {
  let child: ChildProcess | undefined
  /** ends that no fault asked for */
  const ownEnds: string[] = []
  const end = () => void child?.kill('SIGKILL')
  process.once('exit', end)

  function spawnChild(extra: Record<string, string>): ChildProcess {
    const env = { ...process.env, ...how.environment, ...extra }
    const command = [process.execPath, ...process.execArgv, 'scripts/run.mjs', 'serve']
    const log = createWriteStream(how.logPath, { flags: 'a' })
    const started = spawn('sh', ['-c', `${how.shell ?? ':'}; exec "$@"`, 'sh', ...command], {
      ...{ env, stdio: ['ignore', 'pipe', 'pipe'] },
    })
    started.stdout.pipe(log, { end: false })
    started.stderr.pipe(log, { end: false })
    started.once('exit', (code, name) => {
      if (child !== started) return
      child = undefined
      ownEnds.push(`the server ended by itself (${name ?? code})`)
    })
    return started
  }

  /** Starts it and waits until it may be given work. */
  async function start(extra: Record<string, string> = {}): Promise<void> {
    child = spawnChild(extra)
    const endsAt = Date.now() + READY_MAX_MS
    while (!(await isReady())) {
      if (!child) throw new Error(`The server did not start: ${how.logPath}`)
      if (Date.now() > endsAt) throw new Error(`The server is not ready: ${how.logPath}`)
      await wait(LOOK_MS)
    }
  }

  async function isReady(): Promise<boolean> {
    try {
      const { status } = await send(how.port, { host: 'app.localhost', path: '/readyz' })
      return status === 200
    } catch {
      return false
    }
  }

  async function endWith(name: NodeJS.Signals): Promise<void> {
    const ending = child
    child = undefined
    if (!ending || ending.exitCode !== null) return
    const exited = once(ending, 'exit')
    ending.kill(name)
    await exited
  }

  return {
    ...{ start, isReady, ownEnds, logPath: how.logPath },
    port: how.port,
    kill: () => endWith('SIGKILL'),
    stop: () => endWith('SIGTERM'),
    signal: (name: NodeJS.Signals) => void child?.kill(name),
    pid: () => child?.pid,
    close: async () => {
      child?.kill('SIGCONT')
      await endWith('SIGKILL')
      process.off('exit', end)
    },
  }
}
