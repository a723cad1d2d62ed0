import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export type LoadRequest = {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
}

/** What to send over a number of connections, for a time; `once` stops after the last request. */
export type LoadPlan = {
  port: number
  seconds: number
  connections: number
  requests: LoadRequest[]
  once?: boolean
}

export type LoadResult = {
  perSecond: number
  p50Ms: number
  p95Ms: number
  sent: number
  errors: number
  /** places in `requests` that were answered with 2xx */
  acknowledged: number[]
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
