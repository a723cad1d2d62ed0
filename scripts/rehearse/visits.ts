import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

const PAUSE_MS = 20
const VISITORS = 4
const WARM_PAGES = 20

/** People who open sign-in pages of companies chosen at random, until they are stopped. */
export async function visitCompanies(port: number, companies: number) {
  // The first page of a process reads all that pages are made of.
  for (let at = 0; at < WARM_PAGES; at += 1) await open(port, 'c0.localhost')
  const times: number[] = []
  let failed = 0
  let isStopped = false

  async function visit(): Promise<void> {
    while (!isStopped) {
      const host = `c${Math.floor(Math.random() * companies)}.localhost`
      const startedAt = performance.now()
      const status = await open(port, host)
      times.push(performance.now() - startedAt)
      if (status !== 200) failed += 1
      await wait(PAUSE_MS)
    }
  }

  const visitors = Array.from({ length: VISITORS }, visit)
  return {
    stop: async () => {
      isStopped = true
      await Promise.all(visitors)
      const sorted = times.toSorted((a, b) => a - b)
      const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
      const slowest = Math.round(sorted.at(-1) ?? 0)
      return { pages: times.length, failed, p50: at(0.5), p95: at(0.95), slowest }
    },
  }
}

function open(port: number, host: string): Promise<number> {
  return new Promise((resolve) => {
    const asked = request({ host: '127.0.0.1', port, path: '/login', headers: { host } })
    asked.on('response', (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.on('error', () => resolve(0))
    })
    asked.on('error', () => resolve(0))
    asked.end()
  })
}
