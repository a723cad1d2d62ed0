import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { findCompany } from '#app/platform/companies/find.server.ts'
import { listCompanies } from '#app/platform/companies/list.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { addTestUser } from '#app/platform/sales/test-sales.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

const everybody = { supporterId: null }
let server: TestServer
let hotel: TestCompany
let boss: PlatformActor
let rep: PlatformActor

beforeAll(async () => {
  server = await startTestServer({ jobs: false })
  hotel = server.addCompany('hotel')
  server.addCompany('shop')
  boss = addTestUser(server.runtime.platform, 'Olive', 'owner')
  rep = addTestUser(server.runtime.platform, 'Moses')
})
afterAll(() => server.close())

const change = (more: { name?: string; city?: string; repId?: number | null }) => {
  const now = { name: getCompany(hotel.db).name, city: '', repId: null }
  const identity = { ...now, ...more, tenantId: hotel.entry.id }
  return server.services.companies.changeIdentity(boss, identity)
}
const history = () =>
  platformSqliteOf(server.runtime.platform)
    .prepare<[], string>(
      `select details_json from platform_audit_log where action = 'tenant.identity_changed'`,
    )
    .pluck()
    .all()
    .map((json) => JSON.parse(json) as { from: string; to: string })

test('a company gets a city and a rep: it is found by both, and its history says so', async () => {
  const { platform } = server.runtime
  expect(await change({ city: 'Nakuru', repId: rep.id })).toMatchObject({ ok: true })
  expect(listCompanies(platform, everybody, { city: 'nakuru' }).rows).toMatchObject([
    { id: hotel.entry.id },
  ])
  expect(findCompany(platform, everybody, hotel.entry.id)).toMatchObject({
    ...{ city: 'Nakuru', repName: 'Moses' },
  })
  expect(history()).toEqual([{ from: '– · –', to: 'Nakuru · Moses' }])
  await change({ city: 'Nakuru', repId: rep.id })
  expect(history()).toHaveLength(1)
})

test('another name is the company’s own, and its log says who of the platform did it', async () => {
  await change({ name: 'Savanna Lodge', city: 'Nakuru', repId: rep.id })
  expect(getCompany(hotel.db).name).toBe('Savanna Lodge')
  expect(findCompany(server.runtime.platform, everybody, hotel.entry.id)?.name).toBe(
    'Savanna Lodge',
  )
  expect(hotel.db.select().from(auditLog).all().at(-1)).toMatchObject({
    ...{ action: 'company.profile_changed', actorKind: 'platform', actorName: 'Olive' },
  })
})

test('nobody but a person who sells becomes a rep; nothing is changed by half', async () => {
  const before = history().length
  const refused = await change({ name: 'Other', city: 'Kisumu', repId: boss.id })
  expect(refused).toEqual({ ok: false, reason: 'rep_not_found' })
  expect(getCompany(hotel.db).name).toBe('Savanna Lodge')
  expect(history()).toHaveLength(before)
})
