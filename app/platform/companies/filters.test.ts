import { afterEach, beforeEach, expect, test } from 'vitest'
import { addTestTenant, createTestPlatform } from '../billing/test-platform.ts'
import { closePlatform, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { linkCompany } from '../sales/hand-over.server.ts'
import { moveProspect } from '../sales/move.server.ts'
import { addTestProspect, addTestUser } from '../sales/test-sales.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { explainCompanies, listCompanies, listCompanyCities } from './list.server.ts'
import type { CompanyFilter } from './list.server.ts'

const everybody = { supporterId: null }
const today = Math.floor(Date.now() / 86_400_000)

let platform: PlatformDb
let moses: PlatformActor

beforeEach(() => {
  platform = createTestPlatform('busy')
  for (const id of ['quiet', 'fresh']) addTestTenant(platform, id)
  moses = addTestUser(platform, 'Moses')
  const boss = addTestUser(platform, 'Boss', 'owner')
  const id = addTestProspect(platform, moses, { name: 'Busy', city: 'Nakuru' })
  moveProspect(platform, moses, { id, stage: 'won', reason: 'price' })
  const slug = platformSqliteOf(platform)
    .prepare<[], string>(`select slug from tenants where id = 'busy'`)
    .pluck()
    .get()!
  linkCompany(platform, boss, { id, slug })
  const count = platformSqliteOf(platform).prepare('insert into tenant_activity values (?, ?, ?)')
  count.run('busy', today - 30, 10)
  count.run('busy', today - 1, 4)
  count.run('quiet', today - 20, 9)
  count.run('quiet', today, 0)
})
afterEach(() => closePlatform(platform))

const ids = (filter: CompanyFilter) =>
  listCompanies(platform, everybody, filter).rows.map(({ id }) => id)

test('companies are found by city, by rep and by what was written lately', () => {
  expect(listCompanyCities(platform)).toEqual([{ key: 'nakuru', name: 'Nakuru' }])
  expect(ids({ city: 'nakuru' })).toEqual(['busy'])
  expect(ids({ city: 'kisumu' })).toEqual([])
  expect(ids({ repId: moses.id })).toEqual(['busy'])
  expect(ids({ activity: 'active' })).toEqual(['busy'])
  expect(ids({ activity: 'quiet' })).toEqual(['quiet'])
  expect(ids({ activity: 'never' })).toEqual(['fresh'])
  expect(ids({ activity: 'active', repId: moses.id, city: 'nakuru' })).toEqual(['busy'])
})

test('each is read from an index, a page at a time', () => {
  const plans: [CompanyFilter, string][] = [
    [{ city: 'nakuru' }, 'tenants_by_city'],
    [{ repId: moses.id }, 'tenants_by_rep_title'],
    [{ activity: 'never' }, 'tenants_by_activity'],
  ]
  for (const [filter, index] of plans) {
    const plan = explainCompanies(platform, everybody, filter)
    expect(plan, index).toContain(index)
    expect(plan, index).not.toContain('TEMP B-TREE')
  }
  expect(explainCompanies(platform, everybody, { activity: 'active' })).not.toMatch(
    /SCAN t\b(?! USING)/,
  )
})
