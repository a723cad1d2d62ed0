import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'

export type DayServer = { stop: () => Promise<void> }

/** The product as a process of its own, as it runs in production. */
export async function startDayServer(environment: Record<string, string>): Promise<DayServer> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'serve'], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exited = once(child, 'exit')
  // Whatever becomes of the day, no server stays behind.
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  await Promise.race([once(child.stdout, 'data'), exited])
  if (child.exitCode !== null) throw new Error('The server did not start')
  child.stdout.resume()
  return {
    stop: async () => {
      child.kill('SIGTERM')
      await exited
      process.off('exit', end)
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
