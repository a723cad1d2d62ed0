import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { withoutFlush } from './sqlite.server.ts'
import { inTransaction, sqliteOf } from './tenant-db.server.ts'

let tenant: TestTenant
beforeEach(() => {
  tenant = createTestTenant()
})
afterEach(() => tenant.close())

const note = (key: string) =>
  sqliteOf(tenant.db).prepare('insert into tenant_meta (key, value) values (?, 1)').run(key)
const keys = () =>
  sqliteOf(tenant.db).prepare(`select key from tenant_meta where value = '1'`).pluck().all()
const synchronous = () => sqliteOf(tenant.db).pragma('synchronous', { simple: true })

const FULL = 2
const NORMAL = 1

test('a failed transaction leaves nothing, a failed inner one only its own part', () => {
  expect(() => inTransaction(tenant.db, () => (note('a'), fail()))).toThrow('on purpose')
  inTransaction(tenant.db, () => {
    note('outer')
    expect(() => inTransaction(tenant.db, () => (note('inner'), fail()))).toThrow('on purpose')
  })
  expect(keys()).toEqual(['outer'])
})

test('asynchronous work in a transaction is refused', () => {
  expect(() => inTransaction(tenant.db, async () => note('late'))).toThrow()
  expect(keys()).toEqual([])
})

test('every commit is flushed except those that may be made again', () => {
  expect(synchronous()).toBe(FULL)
  const sqlite = sqliteOf(tenant.db)
  expect(withoutFlush(sqlite, synchronous)).toBe(NORMAL)
  expect(() => withoutFlush(sqlite, fail)).toThrow('on purpose')
  expect(synchronous()).toBe(FULL)
  // Inside an ordinary transaction the whole is flushed.
  expect(inTransaction(tenant.db, () => withoutFlush(sqlite, synchronous))).toBe(FULL)
})

function fail(): never {
  throw new Error('on purpose')
}
