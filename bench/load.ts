import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What to send, again and again, over a number of connections. */
export type LoadPlan = {
  port: number
  seconds: number
  connections: number
  requests: {
    method: 'GET' | 'POST'
    path: string
    headers: Record<string, string>
    body?: string
  }[]
}

export type LoadResult = {
  perSecond: number
  p50Ms: number
  p95Ms: number
  sent: number
  errors: number
}

/** Drives a local server from a process of its own, so that client and server do not share a core. */
export function runLoad(plan: LoadPlan): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('./load-client.ts', import.meta.url)))
    child.once('message', (result) => {
      resolve(result as LoadResult)
      child.disconnect()
    })
    child.once('error', reject)
    child.send(plan)
  })
}
