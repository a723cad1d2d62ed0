import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestTenant } from '#tests/tenant.ts'
import type { TestTenant } from '#tests/tenant.ts'
import { listMembers } from './list.server.ts'
import { members } from './schema.server.ts'

let tenant: TestTenant
beforeEach(() => {
  tenant = createTestTenant()
  const [createdAt, updatedAt] = [1, 1]
  for (let n = 0; n < 65; n++) {
    const name = `Member ${String(Math.floor(n / 2)).padStart(2, '0')}`
    const email = `m${n}@a.test`
    tenant.db.insert(members).values({ email, name, role: 'agent', createdAt, updatedAt }).run()
  }
})
afterEach(() => tenant.close())

test('thirty a page, forth and back, every row once', () => {
  const first = listMembers(tenant.db)
  const second = listMembers(tenant.db, { after: first.rows.at(-1)?.id })
  const third = listMembers(tenant.db, { after: second.rows.at(-1)?.id })
  expect([first, second, third].map((page) => page.rows.length)).toEqual([30, 30, 5])
  expect(third.hasNext).toBe(false)
  const seen = [first, second, third].flatMap((page) => page.rows.map((row) => row.id))
  expect(new Set(seen).size).toBe(65)
  const back = listMembers(tenant.db, { before: third.rows[0]?.id })
  expect(back.rows).toEqual(second.rows)
  expect(listMembers(tenant.db, { before: second.rows[0]?.id }).hasPrevious).toBe(false)
})

test('search takes signs of LIKE as they are', () => {
  expect(listMembers(tenant.db, { search: '%' }).rows).toEqual([])
  expect(listMembers(tenant.db, { search: "' or 1=1 --" }).rows).toEqual([])
  expect(listMembers(tenant.db, { search: 'M64@' }).rows).toHaveLength(1)
})
