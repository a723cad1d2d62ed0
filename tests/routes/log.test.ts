import { afterAll, beforeAll, expect, test } from 'vitest'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { keepLines, openLogFile } from '#app/platform/logs/file.server.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

// The system log as it is read: everything by the platform's own people, and by people of
// support what is about companies given to them.

const ID = 'abcdef0123456789'

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
const cookies: Record<string, string> = {}

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  const sqlite = platformSqliteOf(server.runtime.platform)
  for (const role of ['owner', 'support', 'sales']) {
    const id = sqlite
      .prepare<[string, string, string], number>(
        `insert into platform_users (email, name, role, created_at, updated_at)
         values (?, ?, ?, 0, 0) returning id`,
      )
      .pluck()
      .get(`${role}@platform.test`, role, role)!
    const session = { ip: null, userAgent: null }
    const token = createPlatformSession(server.runtime.platform, id, session)
    cookies[role] = `baraza_platform=${token}`
    if (role === 'support')
      sqlite
        .prepare('insert into tenant_supporters (tenant_id, user_id, created_at) values (?, ?, 0)')
        .run(hotel.entry.id, id)
  }
  const about = { at: Date.now(), kind: null, code: null, details: null, requestId: null }
  const log = openLogFile(server.runtime.paths.logPath)
  keepLines(log, [
    { ...about, level: 30, message: 'listening', surface: 'process', tenantId: null },
    {
      ...{ ...about, level: 40, message: 'hotel line', surface: 'job' },
      ...{ tenantId: hotel.entry.id, details: '{"n":1}' },
    },
    {
      ...{ ...about, level: 50, message: 'shop line', surface: 'portal' },
      ...{ tenantId: shop.entry.id, requestId: ID },
    },
  ])
  log.close()
})
afterAll(() => server.close())

const get = (query: string, role = 'owner') =>
  server.fetch({
    ...{ host: 'app.localhost', path: `/admin/log${query}` },
    headers: { cookie: cookies[role]! },
  })

test('owners find lines by words, level, company and request', async () => {
  const all = await get('')
  for (const message of ['listening', 'hotel line', 'shop line'])
    expect(all.body).toContain(message)
  const found = async (query: string) => {
    const { status, body } = await get(query)
    expect(status).toBe(200)
    return ['listening', 'hotel line', 'shop line'].filter((message) => body.includes(message))
  }
  expect(await found('?level=error')).toEqual(['shop line'])
  expect(await found(`?q=${ID}`)).toEqual(['shop line'])
  expect(await found('?company=hotel')).toEqual(['hotel line'])
  expect(await found(`?company=${hotel.entry.id}`)).toEqual(['hotel line'])
  expect(await found('?company=nobody')).toEqual([])
  expect(await found('?surface=process')).toEqual(['listening'])
  expect(await found('?until=2020-01-01T00:00')).toEqual([])
  expect(await found('?before=x&level=none&from=never&q=%00')).toHaveLength(3)
})

test('support reads what is about its companies, and nothing by asking for it', async () => {
  for (const query of ['', `?q=${ID}`, '?company=shop', `?company=${shop.entry.id}`, '?q=line']) {
    const { status, body } = await get(query, 'support')
    expect(status).toBe(200)
    expect(body, query).not.toContain('shop line')
    expect(body, query).not.toContain('listening')
  }
  expect((await get('', 'support')).body).toContain('hotel line')
  expect((await get('', 'sales')).status).toBe(403)
})

test('an error page shows the number of its request', async () => {
  const { status, body, headers } = await get('/nothing-there')
  expect(status).toBe(404)
  expect(body).toContain(String(headers['x-request-id']))
})
