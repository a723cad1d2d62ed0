import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApiKey } from '#app/domain/members/api-keys.server.ts'
import { evaluateAlerts } from '#app/platform/alerts/evaluate.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { keepCounts } from '#app/platform/health/keep.server.ts'
import { platformRoles } from '#app/platform/users/permissions.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

// The installation's own pages: who sees them, and what each change does.

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
const cookies: Record<string, string> = {}

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: true })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  const add = platformSqliteOf(server.runtime.platform).prepare<[string, string, string], number>(
    `insert into platform_users (email, name, role, created_at, updated_at)
     values (?, ?, ?, 0, 0) returning id`,
  )
  for (const role of platformRoles) {
    const id = add.pluck().get(`${role}@platform.test`, role, role)!
    const token = createPlatformSession(server.runtime.platform, id, { ip: null, userAgent: null })
    cookies[role] = `baraza_platform=${token}`
  }
})
afterAll(() => server.close())

const get = (path: string, role = 'owner') =>
  server.fetch({ host: 'app.localhost', path, headers: { cookie: cookies[role]! } })
const post = (path: string, fields: Record<string, string> = {}, role = 'owner') =>
  server.fetch({
    ...{ host: 'app.localhost', path, method: 'POST' },
    headers: { cookie: cookies[role]!, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })

test('owners and admins see them; support and sales do not', async () => {
  for (const path of ['/admin/health', '/admin/health/api', '/admin/alerts', '/admin/isolation']) {
    expect((await get(path, 'admin')).status, path).toBe(200)
    for (const role of ['support', 'sales'])
      expect((await get(path, role)).status, `${role} ${path}`).toBe(403)
  }
})

test('a failed job is shown, tried again, and its alert is noted and resolved', async () => {
  const { platform } = server.runtime
  platformSqliteOf(platform).exec(
    `insert into jobs (kind, idempotency_key, payload_json, state, run_at, max_attempts, created_at,
       attempts, last_error, finished_at) values ('company.find', 'x', '{}', 'failed', 0, 3, 0, 3, 'Lost', 0)`,
  )
  const look = () => evaluateAlerts(platform, { now: Date.now(), origin: 'http://app.localhost' })
  look()
  look()
  const { body } = await get('/admin/alerts')
  const id = /\/admin\/alerts\/(\d+)\/resolution/.exec(body)?.[1]
  expect(body).toContain('A job failed: company.find')
  expect((await get('/admin')).body).toContain('Open alerts')
  expect((await post(`/admin/alerts/${id}/acknowledgement`)).status).toBe(302)
  expect((await post(`/admin/alerts/${id}/acknowledgement`)).status).toBe(404)
  expect((await get('/admin/alerts')).body).toContain('Taken note of')
  expect((await post(`/admin/alerts/${id}/resolution`)).status).toBe(302)
  look()
  expect((await get('/admin/alerts')).body).toContain('No open alert')
  expect((await get('/admin/alerts?state=resolved')).body).toContain('by owner')
  expect((await get('/admin/health/jobs')).body).toContain('company.find')
  const job = /\/admin\/jobs\/(\d+)\/retry/.exec((await get('/admin/jobs')).body)?.[1]
  expect((await post(`/admin/jobs/${job}/retry`)).headers.location).toBe('/admin/jobs?note=queued')
})

test('a rule that does not fit is handed back; one that does is kept', async () => {
  const path = '/admin/alerts/rules/error_rate'
  const wrong = await post(path, { threshold: '400', againHours: 'never' })
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('value="never"')
  const right = await post(path, {
    isOn: 'on',
    threshold: '5',
    againHours: '12',
    'role-owner': 'on',
  })
  expect(right.headers.location).toBe('/admin/alerts/rules?note=saved')
  expect((await get('/admin/alerts/rules')).body).toContain('5 %')
  expect(
    (await post('/admin/alerts/rules/nothing', { threshold: '5', againHours: '1' })).status,
  ).toBe(404)
  const hook = '/admin/alerts/webhook'
  expect((await post(hook, { url: 'ftp://x', secret: 'short' })).status).toBe(422)
  const secret = 'a-long-enough-secret'
  expect((await post(hook, { url: 'https://ops.example.com/in', secret })).status).toBe(302)
  const shown = await get(hook)
  expect(shown.body).toContain('https://ops.example.com/in')
  expect(shown.body).not.toContain(secret)
})

test('every file is checked by a job, and the report says so', async () => {
  expect((await post('/admin/isolation/runs')).status).toBe(302)
  await expect
    .poll(async () => (await get('/admin/isolation')).body, { timeout: 20_000 })
    .toContain('2 files are whole and where they belong')
}, 30_000)

test('use of the API is shown to the platform and to that company alone', async () => {
  const { key } = createApiKey(hotel.db, 'Front desk till')
  const headers = { authorization: `Bearer ${key}` }
  await server.fetch({ host: hotel.host, path: '/api/v1/contacts', headers })
  await server.fetch({ host: hotel.host, path: '/api/v1/contacts/nothing', headers })
  await server.fetch({ host: hotel.host, path: '/api/v1/conversations', headers })
  await expect
    .poll(() => {
      keepCounts(server.runtime.platform, server.runtime.meter.take(), Date.now())
      return platformSqliteOf(server.runtime.platform)
        .prepare('select sum(requests) as n from api_usage')
        .get()
    })
    .toEqual({ n: 2 })
  expect((await get('/admin/health/api')).body).toContain('hotel')
  expect((await get('/admin/health/api?q=shop')).body).not.toContain(`companies/${hotel.entry.id}`)
  expect((await get(`/admin/companies/${hotel.entry.id}`)).body).toContain('Front desk till')
  const own = (company: TestCompany) =>
    server.fetch({
      ...{ host: company.host, path: '/settings/api-keys' },
      headers: { cookie: server.cookieOf(company) },
    })
  expect((await own(hotel)).body).toMatch(/Requests in 30 days[\s\S]*>2</)
  expect((await own(shop)).body).not.toContain('Front desk till')
})
