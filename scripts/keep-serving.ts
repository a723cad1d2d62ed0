import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

// What LiteFS runs on each node: the server, started again whenever it ends. A changed role ends
// it on purpose (its files must be opened another way), and so may a crash; LiteFS itself stays,
// and with it the lease. When LiteFS is gone, so is the mount, and this ends as well.

const EXIT_ROLE_CHANGED = 75
/** Between two starts of a server that does not stay. */
const PAUSE_MS = 1_000
const PARENT_LOOK_MS = 500

const parent = process.ppid
let child: ChildProcess | undefined
let isStopping = false

function stop(): void {
  isStopping = true
  child?.kill('SIGTERM')
  if (!child) process.exit(0)
}

process.on('SIGINT', stop)
process.on('SIGTERM', stop)
setInterval(() => {
  if (process.ppid === parent) return
  // Whoever stopped LiteFS so hard left a mount that answers nothing: no time to drain.
  child?.kill('SIGKILL')
  process.exit(1)
}, PARENT_LOOK_MS).unref()

while (!isStopping) {
  const startedAt = Date.now()
  const exitCode = await run()
  if (isStopping) break
  if (exitCode !== EXIT_ROLE_CHANGED && Date.now() - startedAt < PAUSE_MS) await wait(PAUSE_MS)
}
process.exit(0)

function run(): Promise<number | null> {
  return new Promise((resolve) => {
    const arguments_ = [...process.execArgv, 'scripts/run.mjs', 'serve']
    child = spawn(process.execPath, arguments_, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    child.once('exit', (exitCode) => {
      child = undefined
      resolve(exitCode)
    })
  })
}
