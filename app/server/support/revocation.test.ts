import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { findVisit } from '#app/domain/support/visits.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { platformUsers } from '#app/platform/schema.server.ts'
import { listLastVisits } from '#app/platform/support/visits.server.ts'
import type { PlatformRole } from '#app/platform/users/permissions.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import type { SignedInUser } from '#app/platform/users/sessions.server.ts'
import { deactivateUser } from '#app/platform/users/standing.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

let server: TestServer
let hotel: TestCompany
let boss: SignedInUser

beforeAll(async () => {
  server = await startTestServer({ jobs: false })
  hotel = server.addCompany('hotel')
  server.addCompany('shop')
  boss = addUser('owner')
})
afterAll(() => server.close())

const platform = () => server.runtime.platform
const run = (sql: string) => platformSqliteOf(platform()).exec(sql)
const place = () => ({ tenantId: hotel.entry.id, db: hotel.db })
let users = 0

function addUser(role: PlatformRole): SignedInUser {
  users += 1
  const { lastInsertRowid } = platform()
    .insert(platformUsers)
    .values({
      ...{ email: `u${users}@x.test`, name: `Person ${users}`, role, status: 'active' },
      ...{ createdAt: 0, updatedAt: 0 },
    })
    .run()
  const id = Number(lastInsertRowid)
  createPlatformSession(platform(), id, { userAgent: '', ip: '' })
  const sessionId = platformSqliteOf(platform())
    .prepare<[number], number>('select max(id) from platform_sessions where user_id = ?')
    .pluck()
    .get(id)!
  return { id, name: `Person ${users}`, role, sessionId } as SignedInUser
}

/** Begins a visit. @returns its number and the token of its cookie */
function visit(user: SignedInUser) {
  const { support } = server.services
  const ticket = support.begin(user, { tenantId: hotel.entry.id, reason: 'Help', minutes: 60 })
  const { token } = support.enter(place(), ticket, 'https://hotel.example')!
  return { id: support.find(place(), token)!.id, token }
}

const shown = (id: number) =>
  listLastVisits(platform(), hotel.entry.id, Date.now()).find((row) => row.id === id)
const told = () =>
  sqliteOf(hotel.db)
    .prepare<[], { kind: string; data: string }>(
      `select kind, data_json as data from notifications where kind = 'support_ended' order by id`,
    )
    .all()

test('the platform ends a visit: at once, in both files, and the owners are told', async () => {
  const { id, token } = visit(addUser('admin'))
  expect(shown(id)).toMatchObject({ isLive: true })
  expect(await server.services.support.revoke(boss, { tenantId: hotel.entry.id, id })).toBe(true)
  expect(server.services.support.find(place(), token)).toBeUndefined()
  expect(server.services.support.findEnd(hotel.entry.id, token)).toBe('platform')
  expect(shown(id)).toMatchObject({ isLive: false, endedBy: 'platform' })
  expect(findVisit(hotel.db, id)).toMatchObject({ endedBy: 'platform', endedByMemberId: null })
  const last = hotel.db.select().from(auditLog).all().at(-1)
  expect(last).toMatchObject({
    ...{ action: 'support.ended', actorKind: 'platform', actorName: boss.name },
  })
  expect(told()).toHaveLength(1)
  expect(await server.services.support.revoke(boss, { tenantId: hotel.entry.id, id })).toBe(false)
})

test('a visit of another company is not ended by its number', async () => {
  const { id, token } = visit(addUser('admin'))
  const shop = server.runtime.directory.findBySlug('shop')!
  expect(await server.services.support.revoke(boss, { tenantId: shop.id, id })).toBe(false)
  expect(server.services.support.find(place(), token)).toBeDefined()
})

test('who is taken their access is out, and the company reads that the platform ended it', async () => {
  const before = told().length
  const fired = addUser('admin')
  const first = visit(fired)
  deactivateUser(platform(), boss, fired.id)
  await server.services.support.settleLost()
  expect(findVisit(hotel.db, first.id)).toMatchObject({ endedBy: 'platform' })
  const helper = addUser('support')
  run(`insert into tenant_supporters values ('${hotel.entry.id}', ${helper.id}, 0)`)
  const second = visit(helper)
  run(`delete from tenant_supporters where user_id = ${helper.id}`)
  await server.services.support.settleLost()
  expect(findVisit(hotel.db, second.id)).toMatchObject({ endedBy: 'platform' })
  expect(told().length - before).toBe(2)
})

test('who signs out of the platform has left by themselves; nobody is alarmed', async () => {
  const before = told().length
  const user = addUser('admin')
  const { id } = visit(user)
  run(`delete from platform_sessions where user_id = ${user.id}`)
  await server.services.support.settleLost()
  expect(findVisit(hotel.db, id)).toMatchObject({ endedBy: 'user' })
  expect(shown(id)).toMatchObject({ endedBy: 'user' })
  expect(told()).toHaveLength(before)
})

test('a visit that goes on is left alone', async () => {
  const { id, token } = visit(addUser('admin'))
  await server.services.support.settleLost()
  expect(server.services.support.find(place(), token)).toBeDefined()
  expect(findVisit(hotel.db, id)).toMatchObject({ endedAt: null })
})
