import { Pool } from 'undici'
import type { LoadPlan, LoadResult } from './load.ts'

// A process of its own: takes one plan, answers with one result.
process.once('message', (plan: LoadPlan) => {
  void drive(plan).then((result) => process.send?.(result))
})

async function drive(plan: LoadPlan): Promise<LoadResult> {
  const pool = new Pool(`http://127.0.0.1:${plan.port}`, { connections: plan.connections })
  const tookMs: number[] = []
  const acknowledged: number[] = []
  let next = 0
  let errors = 0
  const startedAt = performance.now()
  const endsAt = startedAt + plan.seconds * 1000
  const lane = async () => {
    while (performance.now() < endsAt) {
      const index = next++
      if (plan.once && index >= plan.requests.length) return
      const request = plan.requests[index % plan.requests.length]
      if (!request) return
      const sentAt = performance.now()
      const status = await send(pool, request)
      if (status === undefined) return
      tookMs.push(performance.now() - sentAt)
      if (status >= 400) errors += 1
      else acknowledged.push(index)
    }
  }
  await Promise.all(Array.from({ length: plan.connections }, lane))
  const seconds = (performance.now() - startedAt) / 1000
  await pool.destroy()
  tookMs.sort((a, b) => a - b)
  const at = (share: number) => tookMs[Math.floor(tookMs.length * share)] ?? 0
  const rates = { perSecond: tookMs.length / seconds, p50Ms: at(0.5), p95Ms: at(0.95) }
  return { ...rates, sent: tookMs.length, errors, acknowledged }
}

/** @returns undefined when the server went away */
async function send(
  pool: Pool,
  request: LoadPlan['requests'][number],
): Promise<number | undefined> {
  try {
    const answer = await pool.request(request)
    await answer.body.dump()
    return answer.statusCode
  } catch {
    return undefined
  }
}
