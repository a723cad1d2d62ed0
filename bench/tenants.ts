import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTenantFile, makeTenantId } from '#app/tenancy/create.server.ts'
import { makeDataKey } from '#app/tenancy/data-keys.server.ts'
import { createTenancy } from '#app/tenancy/open.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { BenchRow } from './row.ts'

const COMPANIES = 1_000
const MEMORY_GOAL_MB = 600
const CREATE_GOAL_MS = 50

/** Creating companies, opening cold ones, and what a thousand touched companies weigh. */
export async function benchTenants(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'baraza-bench-'))
  const dbDir = join(folder, 'db')
  const ids = Array.from({ length: COMPANIES }, makeTenantId)
  const createMs = ids.map((tenantId) => timed(() => create(dbDir, tenantId)))
  const tenancy = createTenancy({ dbDir, uploadsDir: folder, migrationsDir: 'migrations/tenant' })
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  const openMs: number[] = []
  for (const id of ids) {
    openMs.push(
      timed(() => {
        const db = tenancy.acquire({ id, dataKey: makeDataKey() })
        sqliteOf(db).prepare('select count(*) from messages').get()
        sqliteOf(db).prepare('select * from company').get()
        tenancy.release(id)
      }),
    )
  }
  const rss = process.memoryUsage.rss()
  tenancy.closeAll()
  rmSync(folder, { recursive: true, force: true })
  const total = Math.round(rss / 1e6)
  const grown = Math.round((rss - before) / 1e6)
  const create50 = median(createMs)
  return [
    {
      name: '(c) open a cold company, first query',
      value: `${median(openMs).toFixed(2)} ms median`,
    },
    {
      ...{
        name: `(c) memory, ${COMPANIES} companies touched`,
        value: `${total} MB (+${grown} MB)`,
      },
      ...{ goal: `< ${MEMORY_GOAL_MB} MB`, met: total < MEMORY_GOAL_MB },
    },
    {
      ...{ name: '(d) create a company', value: `${create50.toFixed(1)} ms median` },
      ...{ goal: `< ${CREATE_GOAL_MS} ms`, met: create50 < CREATE_GOAL_MS },
    },
  ]
}

function create(dbDir: string, tenantId: string): void {
  createTenantFile({ dbDir, tenantId, templateDir: 'tenants-template' }, (sqlite) => {
    sqlite
      .prepare(
        `insert into company (id, name, industry, created_at, updated_at) values (1, ?, 'hotel', 0, 0)`,
      )
      .run(tenantId)
  })
}

function timed(work: () => void): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
