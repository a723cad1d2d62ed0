import { createMeter, noteRequest } from '#app/platform/health/meter.ts'
import { openSqlite } from '#app/tenancy/sqlite.server.ts'
import type { Sqlite } from '#app/tenancy/sqlite.server.ts'
import { onSlowStatement } from '#app/tenancy/slow-statements.server.ts'
import type { BenchRow } from './row.ts'

const REQUESTS = 2_000_000
const READS = 400_000
const ROUNDS = 5
const US_PER_MS = 1_000
const NOTE_MAX_US = 1
const READ_RATIO_MAX = 1.15

/** What measuring itself costs: on every request, and on every statement. */
export function benchMeasuring(): BenchRow[] {
  const noteUs = (timeNotes() / REQUESTS) * US_PER_MS
  const sqlite = openSqlite(':memory:', { create: true })
  sqlite.exec('create table t (id integer primary key, name text) strict')
  for (let id = 1; id <= 1_000; id += 1)
    sqlite.prepare('insert into t values (?, ?)').run(id, `row ${id}`)
  const plain = best(() => timeReads(sqlite))
  const stop = onSlowStatement(() => undefined)
  const watched = best(() => timeReads(sqlite))
  stop()
  sqlite.close()
  const ratio = watched / plain
  return [
    {
      ...{ name: '(m) noting a request', value: `${noteUs.toFixed(3)} µs` },
      ...{ goal: `< ${NOTE_MAX_US} µs`, met: noteUs < NOTE_MAX_US },
    },
    {
      ...{ name: '(m) a point read, timed', value: `${perRead(watched)} µs (${perRead(plain)})` },
      ...{ ratio, goal: `< ${READ_RATIO_MAX}`, met: ratio < READ_RATIO_MAX },
    },
  ]
}

function timeNotes(): number {
  const route = createMeter().routeOf('webhook', '/webhooks/telegram/:key')
  const startedAt = performance.now()
  for (let index = 0; index < REQUESTS; index += 1) noteRequest(route, 200, index % 300)
  return performance.now() - startedAt
}

function timeReads(sqlite: Sqlite): number {
  const read = sqlite.prepare<[number]>('select id, name from t where id = ?')
  const startedAt = performance.now()
  for (let index = 0; index < READS; index += 1) read.get((index % 1_000) + 1)
  return performance.now() - startedAt
}

function best(run: () => number): number {
  return Math.min(...Array.from({ length: ROUNDS }, run))
}

function perRead(tookMs: number): string {
  return ((tookMs / READS) * US_PER_MS).toFixed(2)
}
