import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { closeLog, flushToDisk } from './flush.server.ts'
import { withoutFlush } from './sqlite.server.ts'
import { sqliteOf } from './tenant-db.server.ts'

let tenant: TestTenant
beforeEach(() => {
  tenant = createTestTenant()
})
afterEach(() => tenant.close())

test('many commits are waited for together, also while a flush is under way', async () => {
  const sqlite = sqliteOf(tenant.db)
  const insert = sqlite.prepare('insert into tenant_meta (key, value) values (?, 1)')
  const flushed = Array.from({ length: 50 }, (_, n) => {
    withoutFlush(sqlite, () => insert.run(`k${n}`))
    return flushToDisk(tenant.db)
  })
  await Promise.all(flushed)
  const count = sqlite.prepare(`select count(*) from tenant_meta where key like 'k%'`).pluck().get()
  expect(count).toBe(50)
  // The first, and one for all that came while it ran.
  expect(new Set(flushed).size).toBe(2)
})

test('after closing, the log is opened anew', async () => {
  await flushToDisk(tenant.db)
  closeLog(sqliteOf(tenant.db))
  await expect(flushToDisk(tenant.db)).resolves.toBeUndefined()
})
