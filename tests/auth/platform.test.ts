import { afterAll, beforeAll, expect, test } from 'vitest'
import { enqueue } from '#app/jobs/queue.server.ts'
import { listOutbox } from '#app/platform/mail/outbox.server.ts'
import { platformAuditLog } from '#app/platform/schema.server.ts'
import { createPlatformUser } from '#app/platform/users/create.server.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'
import { createVisitor, locationOf, mailTo } from './visitor.ts'
import type { Visitor } from './visitor.ts'

let server: TestServer
const ids: Record<string, number> = {}

beforeAll(async () => {
  server = await startTestServer({ pages: true })
  for (const role of ['owner', 'admin', 'sales', 'support'] as const) {
    const made = await createPlatformUser(server.runtime.platform, {
      ...{ email: `${role}@baraza.test`, role, password: server.password },
    })
    if (made.ok) ids[role] = made.id
  }
})
afterAll(() => server.close())

function as(role: string): Visitor {
  const visitor = createVisitor(server, 'app.localhost')
  const client = { ip: null, userAgent: null }
  const token = createPlatformSession(server.runtime.platform, ids[role] ?? 0, client)
  visitor.cookies.set('baraza_platform', token)
  return visitor
}

test('companies are listed, searched, filtered, and paged', async () => {
  for (let n = 0; n < 35; n++) server.addCompany(`shop-${String(n).padStart(2, '0')}`)
  const admin = as('admin')
  const first = (await admin.get('/admin/companies')).body
  expect(first).toContain('shop-00')
  expect(first).not.toContain('shop-34')
  const next =
    /href="(\/admin\/companies\?[^"]*after=[^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect((await admin.get(next)).body).toContain('shop-34')
  const found = (await admin.get('/admin/companies?q=SHOP-1&standing=none')).body
  expect(found).toContain('shop-19')
  expect(found).not.toContain('shop-20')
  expect((await admin.get("/admin/companies?q=%25'&after=nonsense&standing=x")).status).toBe(200)
})

test('a suspended company shows its own page, and its work waits until it is back', async () => {
  const company = server.addCompany('pause')
  const path = `/admin/companies/${company.entry.id}`
  const member = createVisitor(server, company.host)
  await member.signIn('owner@pause.test', server.password)
  expect((await as('support').post(`${path}/suspension`, { reason: 'x' })).status).toBe(403)
  const admin = as('admin')
  const paused = await admin.post(`${path}/suspension`, { reason: 'unpaid invoice' })
  expect(locationOf(paused)).toBe(`${path}?note=suspended`)
  const shown = await member.get('/profile')
  expect([shown.status, shown.body.includes('unpaid invoice')]).toEqual([403, true])
  expect((await member.get('/login')).status).toBe(403)

  const values = { origin: 'http://pause.localhost', sender: '', mailId: 'm' }
  enqueue(company.db, 'mail.send', {
    ...{ template: 'password_reset', to: 'owner@pause.test', language: 'en', values },
  })
  await new Promise((resolve) => setTimeout(resolve, 600))
  expect(listOutbox(server.runtime.platform)).toEqual([])
  await admin.post(`${path}/reactivation`)
  expect((await mailTo(server, 'owner@pause.test')).path).toMatch(/^\/reset\//)
  expect((await member.get('/profile')).status).toBe(200)
  const actions = server.runtime.platform.select().from(platformAuditLog).all()
  expect(actions.slice(-2).map((row) => row.action)).toEqual([
    ...['tenant.suspended', 'tenant.reactivated'],
  ])
})

test('people: admins cannot touch owners, the last owner stays, sessions end', async () => {
  const admin = as('admin')
  const owner = as('owner')
  const at = (who: string, what: string) => `/admin/users/${ids[who]}/${what}`
  expect(locationOf(await admin.post(at('owner', 'deactivation')))).toContain('not_allowed')
  expect(locationOf(await admin.post(at('support', 'role'), { role: 'owner' }))).toContain(
    'not_allowed',
  )
  expect(locationOf(await owner.post(at('owner', 'deactivation')))).toContain('last_owner')
  expect(locationOf(await owner.post(at('owner', 'role'), { role: 'sales' }))).toContain(
    'last_owner',
  )
  const sales = as('sales')
  expect((await sales.get('/sales')).status).toBe(200)
  expect(locationOf(await admin.post(at('sales', 'deactivation')))).toContain('note=deactivated')
  expect(locationOf(await sales.get('/sales'))).toContain('/login')
  expect(locationOf(await admin.post(at('sales', 'activation')))).toContain('note=reactivated')
  expect((await sales.get('/sales')).status).toBe(302)
})

test('nobody signed in, nothing shown', async () => {
  const visitor = createVisitor(server, 'app.localhost')
  for (const path of ['/admin', '/admin/users', '/sales', '/profile']) {
    expect(locationOf(await visitor.get(path))).toBe(`/login?next=${encodeURIComponent(path)}`)
    expect((await visitor.get(`${path}.data`)).body).not.toContain('baraza.test')
  }
})
