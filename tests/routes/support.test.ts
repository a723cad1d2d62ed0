import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { verifyAudit } from '#app/domain/audit/verify.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Permission } from '#app/domain/members/permissions.ts'
import { listSupportPermissions, supportRights } from '#app/domain/support/rights.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { platformUsers } from '#app/platform/schema.server.ts'
import type { PlatformRole } from '#app/platform/users/permissions.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { decidedRoutes } from '#app/server/decide.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { wireRoutes } from '#app/wire/table.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

// Somebody of the platform inside a company: every address of the portal is tried, as it stands in
// the tables, so that a new page or action is covered because it exists.

type Method = 'GET' | 'POST'

const routes = decidedRoutes
  .filter(({ surface, path }) => surface === 'portal' && !path.startsWith('/support'))
  .flatMap(({ path, methods }) =>
    (['GET', 'POST'] as const).flatMap((method) => {
      const access = methods[method]
      return access ? [{ path, method, access }] : []
    }),
  )

let server: TestServer
let own: TestCompany
let rival: TestCompany
let cookie: string

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  own = server.addCompany('own-company')
  rival = server.addCompany('rival-company')
})
afterAll(() => server.close())
beforeEach(async () => {
  own.db.run(`update company set support_may_change = 0`)
  cookie = await visit(addUser('owner'), own)
})

describe.each(routes)('$method $path ($access)', ({ path, method, access }) => {
  test('is read as its owner reads it, or refused; nothing is changed', async () => {
    const before = dump(own)
    const visited = await request(own.host, path, method, cookie)
    expect(dump(own)).toEqual(before)
    if (method === 'POST') {
      const isIgnored = visited.status === 200 && visited.body === '{"ok":true}'
      expect(isIgnored || visited.status === 403, String(visited.status)).toBe(true)
      return
    }
    const right = supportRights[access as Permission] as string | undefined
    const isOpen = right === 'read' || right === 'both' || access === 'public'
    if (isOpen) {
      const owner = await request(own.host, path, method, server.cookieOf(own))
      expect(visited.status).toBe(owner.status)
    } else if (access === 'anonymous') expect(visited.status).toBe(302)
    else if (right) expect(visited.status).toBe(403)
    else expect([200, 302, 403]).toContain(visited.status)
  })

  test('is changed only where the company allows it and support has the right', async () => {
    if (method !== 'POST') return
    own.db.run(`update company set support_may_change = 1`)
    const { status, body } = await request(own.host, path, method, cookie)
    expect(status).toBeLessThan(500)
    const right = supportRights[access as Permission] as string | undefined
    if (right !== 'change' && right !== 'both')
      expect(status === 403 || body === '{"ok":true}').toBe(true)
    if (/member|role|billing|export|deletion|erasure|api-key|channels|support/.test(path))
      if (!path.startsWith('/settings/assignment/')) expect(status).toBe(403)
  })
})

test('what support may never have, it never has', () => {
  const most = listSupportPermissions(true)
  for (const permission of [
    ...(['members.write', 'billing.write', 'api_keys.write', 'contacts.export'] as const),
    ...(['reports.export', 'contacts.delete', 'conversations.delete', 'endpoints.write'] as const),
    'conversations.reply' as const,
  ])
    expect(most).not.toContain(permission)
  const least = { id: -1, role: 'viewer', extra: listSupportPermissions(false) } as const
  for (const permission of ['settings.write', 'knowledge.write'] as const)
    expect(can(least, permission)).toBe(false)
})

test('other addresses than pages are read only, too', async () => {
  for (const route of wireRoutes(server.runtime, server.services)) {
    if (route.surface !== 'portal' || route.access === 'public' || route.access === 'api-key')
      continue
    if (route.path === '/events') continue
    const { status } = await request(own.host, route.path, route.method as Method, cookie)
    if (route.method === 'GET') expect([200, 404], route.path).toContain(status)
    else expect(status, route.path).toBe(403)
  }
})

test('every page and every refusal stands in both logs, and the chain holds', async () => {
  await request(own.host, '/settings/tags?q=Wanjiku', 'GET', cookie)
  await request(own.host, '/conversations/7', 'GET', cookie)
  await request(own.host, '/settings/tags', 'POST', cookie)
  const { id } = lastSession()
  const entries = own.db
    .select()
    .from(auditLog)
    .all()
    .filter((row) => row.subjectKind === 'support' && row.subjectId === String(id))
  const told = entries.map(({ action, detailsJson }) => [action, pageOf(detailsJson)])
  expect(told).toEqual([
    ['support.began', undefined],
    ['support.viewed', '/settings/tags'],
    ['support.viewed', '/conversations/7'],
    ['support.refused', '/settings/tags'],
  ])
  expect(entries.every((row) => row.actorKind === 'platform' && row.actorName === 'owner')).toBe(
    true,
  )
  expect(verifyAudit(own.db).broken).toBeUndefined()
  const platform = platformSqliteOf(server.runtime.platform)
    .prepare<[string], { action: string; details: string }>(
      `select action, details_json as details from platform_audit_log
       where tenant_id = ? and action like 'support.%' order by id desc limit 4`,
    )
    .all(own.entry.id)
  expect(platform.map(({ action }) => action)).toEqual([
    ...['support.refused', 'support.viewed', 'support.viewed', 'support.begun'],
  ])
  expect(JSON.stringify([platform, entries])).not.toContain('Wanjiku')
})

test('the owners are told at once, in the list and by mail', async () => {
  const note = sqliteOf(own.db)
    .prepare<[], { member_id: number; kind: string }>(
      'select member_id, kind from notifications order by id desc limit 1',
    )
    .get()
  expect(note).toEqual({ member_id: 1, kind: 'support_visit' })
  const mail = sqliteOf(own.db)
    .prepare<[], { payload_json: string }>(
      `select payload_json from jobs where kind = 'mail.send' order by id desc limit 1`,
    )
    .get()
  expect(mail?.payload_json).toContain('support_visit')
  const list = await request(own.host, '/settings/support', 'GET', server.cookieOf(own))
  expect(list.body).toContain('The inbox is empty')
})

test('the banner stands on every page: who, why, how long and the way out', async () => {
  for (const path of ['/conversations', '/contacts', '/settings', '/members']) {
    const { body } = await request(own.host, path, 'GET', cookie)
    expect(body, path).toContain('The inbox is empty')
    expect(body, path).toContain('action="/support/ending"')
    expect(body, path).toMatch(/15(<!-- -->)? minutes left/)
  }
})

test('a ticket opens one door, once, for a minute, on its own host', async () => {
  const user = addUser('admin')
  const ticket = await ticketOf(user, own)
  expect((await enter(rival.host, ticket)).cookie).toBeUndefined()
  expect((await enter(own.host, `${ticket.slice(0, -1)}x`)).cookie).toBeUndefined()
  expect((await request(own.host, `/support?ticket=${ticket}`, 'GET')).status).toBe(200)
  expect((await enter(own.host, ticket)).cookie).toBeDefined()
  expect((await enter(own.host, ticket)).cookie).toBeUndefined()
  const late = await ticketOf(user, own)
  sql('update support_sessions set ticket_expires_at = ?', Date.now() - 1)
  expect((await enter(own.host, late)).cookie).toBeUndefined()
  const stored = JSON.stringify(
    platformSqliteOf(server.runtime.platform).prepare('select * from support_sessions').all(),
  )
  for (const secret of [ticket, late, cookie]) expect(stored).not.toContain(secret.split(/[.=]/)[1])
})

test('a session is nothing on another company’s host', async () => {
  const { status, headers } = await request(rival.host, '/conversations', 'GET', cookie)
  expect([status, headers.location]).toEqual([302, '/support'])
})

const ends: [string, (id: number, userId: number) => void][] = [
  [
    'its time is up',
    () =>
      sql(
        'update support_sessions set expires_at = ? where entered_at is not null',
        Date.now() - 1,
      ),
  ],
  [
    'the person is deactivated',
    (_, user) => sql(`update platform_users set status = 'deactivated' where id = ?`, user),
  ],
  [
    'the person signs out',
    (_, user) => sql('delete from platform_sessions where user_id = ?', user),
  ],
  [
    'the role is taken',
    (_, user) => sql(`update platform_users set role = 'sales' where id = ?`, user),
  ],
  [
    'the company is taken from support',
    (_, user) => sql(`update platform_users set role = 'support' where id = ?`, user),
  ],
  [
    'the company leaves',
    () => sql('update tenants set deletes_at = ? where slug = ?', Date.now() + 1e6, 'own-company'),
  ],
]
test.each(ends)('it is over when %s', async (_, happen) => {
  expect((await request(own.host, '/conversations', 'GET', cookie)).status).toBe(200)
  const { id, userId } = lastSession()
  happen(id, userId)
  const { status, headers } = await request(own.host, '/conversations', 'GET', cookie)
  expect([status, headers.location]).toEqual([302, '/support'])
  const list = await request(own.host, `/settings/support/${id}`, 'GET', server.cookieOf(own))
  sql('update tenants set deletes_at = null')
  expect(list.body.includes('Here now')).toBe(false)
})

test('the visitor leaves, or is shown out by the owner', async () => {
  const other = await visit(addUser('admin'), own)
  const { id } = lastSession()
  expect((await request(own.host, '/support/ending', 'POST', cookie)).headers.location).toBe(
    '/support',
  )
  expect((await request(own.host, '/conversations', 'GET', cookie)).status).toBe(302)
  expect((await request(own.host, '/conversations', 'GET', other)).status).toBe(200)
  const out = await request(
    own.host,
    `/settings/support/${id}/ending`,
    'POST',
    server.cookieOf(own),
  )
  expect(out.headers.location).toBe(`/settings/support/${id}`)
  expect((await request(own.host, '/conversations', 'GET', other)).status).toBe(302)
})

test('support looks into companies given to it; sales into none', async () => {
  const support = addUser('support')
  const path = `/admin/companies/${own.entry.id}/visit`
  const asked = (user: { cookie: string }) => request('app.localhost', path, 'GET', user.cookie)
  expect((await asked(support)).status).toBe(404)
  sql('insert into tenant_supporters values (?, ?, 0)', own.entry.id, support.id)
  expect((await asked(support)).status).toBe(200)
  expect((await request(own.host, '/conversations', 'GET', await visit(support, own))).status).toBe(
    200,
  )
  sql('delete from tenant_supporters')
  expect((await asked(addUser('sales'))).status).toBe(403)
})

test('a reason and a length are needed; what was typed stays', async () => {
  const user = addUser('owner')
  for (const body of ['reason=&minutes=15', 'reason=x&minutes=600', 'reason=x']) {
    const { status } = await post(
      'app.localhost',
      `/admin/companies/${own.entry.id}/visit`,
      user.cookie,
      body,
    )
    expect(status, body).toBe(422)
  }
})

test('an allowed change is the platform’s in the log', async () => {
  own.db.run(`update company set support_may_change = 1`)
  const { status } = await post(own.host, '/settings/idle', cookie, 'hours=48')
  expect(status).toBe(302)
  const last = own.db
    .select()
    .from(auditLog)
    .all()
    .findLast(({ action }) => action === 'company.idle_rule_changed')
  expect(last).toMatchObject({
    actorKind: 'platform',
    actorName: 'owner',
    actorId: lastSession().userId,
  })
})

type User = { id: number; cookie: string }
let users = 0

function addUser(role: PlatformRole): User {
  const { platform } = server.runtime
  const now = Date.now()
  const row = {
    email: `u${++users}@platform.test`,
    name: role,
    role,
    createdAt: now,
    updatedAt: now,
  }
  const { id } = platform.insert(platformUsers).values(row).returning().get()
  const token = createPlatformSession(platform, id, { ip: null, userAgent: null })
  return { id, cookie: `baraza_platform=${token}` }
}

async function ticketOf(user: User, company: TestCompany): Promise<string> {
  const path = `/admin/companies/${company.entry.id}/visit`
  const { body } = await post(
    'app.localhost',
    path,
    user.cookie,
    'reason=The+inbox+is+empty&minutes=15',
  )
  return /support\?ticket=([\w.-]+)/.exec(body)?.[1] ?? ''
}

async function enter(host: string, ticket: string) {
  const { headers } = await post(host, '/support', undefined, `ticket=${ticket}`)
  return { cookie: headers['set-cookie']?.[0]?.split(';')[0] }
}

async function visit(user: User, company: TestCompany): Promise<string> {
  return (await enter(company.host, await ticketOf(user, company))).cookie ?? ''
}

/** Everything in a company's file but its log and what follows from a visit being told. */
function dump(company: TestCompany): Record<string, unknown[]> {
  const sqlite = sqliteOf(company.db)
  const tables = sqlite
    .prepare<[], { name: string }>(
      `select name from sqlite_schema where type = 'table' and name not like 'sqlite%'
       and name not like '%\\_fts%' escape '\\' and name <> 'audit_log'`,
    )
    .all()
  return Object.fromEntries(
    tables.map(({ name }) => [name, sqlite.prepare(`select * from ${name}`).all()]),
  )
}

function lastSession() {
  return platformSqliteOf(server.runtime.platform)
    .prepare('select id, user_id as userId from support_sessions order by id desc limit 1')
    .get() as { id: number; userId: number }
}

function pageOf(json: string): string | undefined {
  return (JSON.parse(json) as { page?: string }).page
}

function sql(text: string, ...values: unknown[]): void {
  platformSqliteOf(server.runtime.platform)
    .prepare(text)
    .run(...values)
}

function request(host: string, path: string, method: Method, as?: string) {
  const [address = '', query] = path.split('?')
  const filled = address.replace(/:[a-zA-Z]+/g, '999999') + (query ? `?${query}` : '')
  if (method === 'POST') return post(host, filled, as, '')
  return server.fetch({ host, path: filled, headers: as ? { cookie: as } : {} })
}

function post(host: string, path: string, as: string | undefined, body: string) {
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' }
  if (as) headers['cookie'] = as
  return server.fetch({ host, path, method: 'POST', headers, body })
}
