import { Pool } from 'undici'
import type { LoadPlan, LoadResult } from './load.ts'

// A process of its own: takes one plan, answers with one result.
process.once('message', (plan: LoadPlan) => {
  void drive(plan).then((result) => process.send?.(result))
})

async function drive(plan: LoadPlan): Promise<LoadResult> {
  const pool = new Pool(`http://127.0.0.1:${plan.port}`, { connections: plan.connections })
  const tookMs: number[] = []
  let next = 0
  let errors = 0
  const endsAt = performance.now() + plan.seconds * 1000
  const startedAt = performance.now()
  const lane = async () => {
    while (performance.now() < endsAt) {
      const request = plan.requests[next++ % plan.requests.length]
      if (!request) return
      const sentAt = performance.now()
      const answer = await pool.request(request)
      await answer.body.dump()
      if (answer.statusCode >= 400) errors += 1
      tookMs.push(performance.now() - sentAt)
    }
  }
  await Promise.all(Array.from({ length: plan.connections }, lane))
  const seconds = (performance.now() - startedAt) / 1000
  await pool.close()
  tookMs.sort((a, b) => a - b)
  const at = (share: number) => tookMs[Math.floor(tookMs.length * share)] ?? 0
  return {
    perSecond: tookMs.length / seconds,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    sent: tookMs.length,
    errors,
  }
}
