import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { lookThenWrite, openSqlite } from './sqlite.server.ts'
import { sqliteOf } from './tenant-db.server.ts'

let tenant: TestTenant
beforeEach(() => {
  tenant = createTestTenant()
})
afterEach(() => tenant.close())

const COUNT = `select count(*) from tenant_meta where key like 'k%'`

describe('looking and then writing', () => {
  it('starts again when another process wrote in between', () => {
    const sqlite = sqliteOf(tenant.db)
    const other = openSqlite(sqlite.name)
    const seen: unknown[] = []
    lookThenWrite(sqlite, () => {
      seen.push(sqlite.prepare(COUNT).pluck().get())
      if (seen.length === 1) other.exec(`insert into tenant_meta (key, value) values ('k1', 1)`)
      sqlite.exec(`insert into tenant_meta (key, value) values ('k2', 1)`)
    })
    expect(seen).toEqual([0, 1])
    expect(other.prepare(COUNT).pluck().get()).toBe(2)
    other.close()
  })

  it('takes no lock while it only looks', () => {
    const sqlite = sqliteOf(tenant.db)
    const other = openSqlite(sqlite.name)
    lookThenWrite(sqlite, () => {
      sqlite.prepare(COUNT).pluck().get()
      other.exec(`insert into tenant_meta (key, value) values ('k1', 1)`)
    })
    expect(other.prepare(COUNT).pluck().get()).toBe(1)
    other.close()
  })

  it('keeps nothing of work that fails', () => {
    const sqlite = sqliteOf(tenant.db)
    const work = () => {
      sqlite.exec(`insert into tenant_meta (key, value) values ('k1', 1)`)
      throw new Error('stop')
    }
    expect(() => lookThenWrite(sqlite, work)).toThrow('stop')
    expect(sqlite.prepare(COUNT).pluck().get()).toBe(0)
  })
})
