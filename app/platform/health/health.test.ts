import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { onSlowStatement, toPlainStatement } from '#app/tenancy/slow-statements.server.ts'
import { closePlatform, openPlatform, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { keepCounts, pruneHealth } from './keep.server.ts'
import { LATENCY_STEPS, percentileOf, stepOf } from './latency.ts'
import { createMeter, noteRequest } from './meter.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
const NOON = Date.UTC(2026, 10, 21, 12)

let folder: string
let platform: PlatformDb

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'baraza-health-'))
  const path = join(folder, 'platform.db')
  platform = openPlatform({ path, migrationsDir: 'migrations/platform' })
})
afterEach(() => {
  closePlatform(platform)
  rmSync(folder, { recursive: true, force: true })
})

const all = (sql: string) => platformSqliteOf(platform).prepare(sql).all()

describe('latency', () => {
  test('percentiles lie in the step they are counted in', () => {
    const counts = Array.from({ length: LATENCY_STEPS }, () => 0)
    expect(percentileOf(counts, 0.5)).toBeNull()
    for (let n = 0; n < 95; n += 1) counts[stepOf(8)]! += 1
    for (let n = 0; n < 5; n += 1) counts[stepOf(700)]! += 1
    expect(percentileOf(counts, 0.5)).toBeGreaterThan(5)
    expect(percentileOf(counts, 0.5)).toBeLessThanOrEqual(10)
    expect(percentileOf(counts, 0.99)).toBeGreaterThan(500)
    expect(percentileOf(counts, 0.99)).toBeLessThanOrEqual(1000)
  })
})

describe('what is kept', () => {
  test('is added up by minute and hour, and counted once', () => {
    const meter = createMeter()
    const page = meter.routeOf('portal', '/conversations/:id')
    for (const status of [200, 404, 500]) noteRequest(page, status, 12)
    meter.noteApi({ tenantId: 'a', keyId: 3, keyName: 'Till', status: 429 })
    keepCounts(platform, meter.take(), NOON)
    noteRequest(page, 200, 30)
    keepCounts(platform, meter.take(), NOON + MINUTE_MS)
    keepCounts(platform, meter.take(), NOON + 2 * MINUTE_MS)
    expect(all('select requests, errors, refused, b2, b3 from health_minutes')).toEqual([
      { requests: 3, errors: 1, refused: 1, b2: 3, b3: 0 },
      { requests: 1, errors: 0, refused: 0, b2: 0, b3: 1 },
    ])
    expect(all('select route, requests, slowest_ms from health_routes')).toEqual([
      { route: '/conversations/:id', requests: 4, slowest_ms: 30 },
    ])
    expect(all('select key_name, requests, refused from api_usage')).toEqual([
      { key_name: 'Till', requests: 1, refused: 1 },
    ])
    expect(meter.ever().routes.get('portal /conversations/:id')?.ever.requests).toBe(4)
  })

  test('is forgotten after 14 days', () => {
    const meter = createMeter()
    noteRequest(meter.routeOf('app', '/admin'), 200, 1)
    meter.noteSlow('', 'select ?', 90)
    keepCounts(platform, meter.take(), NOON)
    pruneHealth(platform, NOON + 13 * DAY_MS)
    expect(all('select 1 from health_routes')).toHaveLength(1)
    pruneHealth(platform, NOON + 15 * DAY_MS)
    expect(all('select 1 from health_routes union all select 1 from slow_queries')).toEqual([])
  })
})

describe('slow statements', () => {
  test('are told of with their file and without what was looked for', () => {
    const told: string[] = []
    const stop = onSlowStatement((file, statement) => told.push(`${file}: ${statement}`))
    const slow = `with recursive n(i) as (select 1 union all select i + 1 from n where i < 1e6)
      select count(*) from n where 'amina@example.com' <> ?`
    platformSqliteOf(platform).prepare(slow).get('secret')
    platformSqliteOf(platform).prepare('select 1').get()
    stop()
    expect(told).toHaveLength(1)
    expect(told[0]).toMatch(/^platform: with recursive n\(i\)/)
    expect(told[0]).not.toMatch(/amina|secret/)
  })

  test('keep no literal, whatever it holds', () => {
    expect(
      toPlainStatement(`select  *\n from x where a = 'it''s +254700000000' and b = 254700`),
    ).toBe('select * from x where a = ? and b = ?')
  })
})
