import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { can, roles } from '#app/domain/members/permissions.ts'
import type { Permission, Role } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { platformCan, platformRoles } from '#app/platform/users/permissions.ts'
import type { PlatformPermission } from '#app/platform/users/permissions.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { platformUsers } from '#app/platform/schema.server.ts'
import { appPages } from '#app/routes/app-table.ts'
import type { Page } from '#app/routes/declaration.ts'
import { portalPages } from '#app/routes/portal-table.ts'
import { decidedRoutes } from '#app/server/decide.server.ts'
import { wireRoutes } from '#app/wire/table.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

// Walks every address the product has, as it stands in the tables: a new one is covered because
// it exists. Each is asked by people who must not get in, and by those who may.

type Method = 'GET' | 'POST'
type Case = { path: string; method: Method; access: string }

const cases = (surface: 'app' | 'portal'): Case[] =>
  decidedRoutes
    .filter((route) => route.surface === surface)
    .flatMap(({ path, methods }) =>
      (['GET', 'POST'] as const).flatMap((method) => {
        const access = methods[method]
        return access ? [{ path, method, access }] : []
      }),
    )

let server: TestServer
let own: TestCompany
let rival: TestCompany
let stopped: TestCompany
const memberIds = new Map<Role, number>()
const userCookies = new Map<string, string>()

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  own = server.addCompany('own-company')
  rival = server.addCompany('rival-company')
  stopped = server.addCompany('stopped-company')
  platformSqliteOf(server.runtime.platform)
    .prepare(`update tenants set status = 'suspended' where slug = ?`)
    .run(stopped.slug)
  addMembers()
  addUsers()
})
afterAll(() => server.close())

describe.each(cases('portal'))('portal $method $path ($access)', ({ path, method, access }) => {
  const isOpen = access === 'public' || access === 'anonymous'
  const ask = (host: string, cookie?: string) => request(host, path, method, cookie)

  test('strangers are sent to sign in', async () => {
    const strangers = [
      undefined,
      server.cookieOf(rival),
      userCookies.get('owner'),
      `baraza_member=${tokenOf(userCookies.get('owner') as string)}`,
      'baraza_member=%00%ff',
    ]
    for (const cookie of strangers) {
      const response = await ask(own.host, cookie)
      expect(response.status).toBeLessThan(500)
      if (!isOpen) expect(response.headers.location).toMatch(/^\/login/)
    }
  })

  test('a suspended company shows nothing', async () => {
    const response = await ask(stopped.host, server.cookieOf(stopped))
    expect(response.status).toBe(403)
  })

  test('each role gets what the table says', async () => {
    if (isOpen) return
    for (const role of roles) {
      const id = memberIds.get(role) as number
      const response = await ask(own.host, server.cookieOf(own, id))
      expect(response.status, role).toBeLessThan(500)
      const actor = { id, role, extra: [] }
      const isAllowed = access === 'signed-in' || can(actor, access as Permission)
      expect(response.status === 403, `${role} on ${method} ${path}`).toBe(!isAllowed)
    }
  })
})

describe.each(cases('app'))('app $method $path ($access)', ({ path, method, access }) => {
  const isOpen = access === 'public' || access === 'anonymous'
  const ask = (cookie?: string) => request('app.localhost', path, method, cookie)

  test('strangers are sent to sign in', async () => {
    const memberCookie = server.cookieOf(own)
    const inDisguise = `baraza_platform=${tokenOf(memberCookie)}`
    for (const cookie of [undefined, memberCookie, inDisguise]) {
      const response = await ask(cookie)
      expect(response.status).toBeLessThan(500)
      if (!isOpen) expect(response.headers.location).toMatch(/^\/login/)
    }
  })

  test('each role gets what the table says', async () => {
    if (isOpen) return
    for (const role of platformRoles) {
      const response = await ask(userCookies.get(role))
      expect(response.status, role).toBeLessThan(500)
      const isAllowed = access === 'signed-in' || platformCan(role, access as PlatformPermission)
      expect(response.status === 403, `${role} on ${method} ${path}`).toBe(!isAllowed)
    }
  })
})

test('an address of one surface does not exist on the other', async () => {
  const portalOnly = cases('portal').filter((c) => !cases('app').some((a) => a.path === c.path))
  for (const { path, method } of portalOnly) {
    const response = await request('app.localhost', path, method, userCookies.get('owner'))
    expect(response.status, path).toBe(404)
  }
})

test('every page that answers a method exports what enforces it', () => {
  const pages = [...appPages, ...portalPages].flatMap(function flat(page: Page): Page[] {
    return [page, ...(page.children ?? []).flatMap(flat)]
  })
  for (const page of pages) {
    const source = readFileSync(`app/${page.file}`, 'utf8')
    if (page.methods.GET)
      expect(source, page.file).toMatch(/export (async )?function loader|export const loader/)
    if (page.methods.POST)
      expect(source, page.file).toMatch(/export (async )?function action|export const action/)
  }
})

test('every address outside the pages refuses strangers and never breaks', async () => {
  for (const route of wireRoutes(server.runtime, server.services)) {
    if (route.surface === 'any') continue
    const host = route.surface === 'app' ? 'app.localhost' : own.host
    for (const cookie of [undefined, server.cookieOf(rival), userCookies.get('owner')]) {
      const response = await request(host, route.path, route.method as Method, cookie)
      expect(response.status, `${route.method} ${route.path}`).toBeLessThan(500)
      const isOpen = route.access === 'public'
      if (!isOpen) expect(response.status, `${route.method} ${route.path}`).toBe(401)
    }
  }
})

test('what looks like an address and is none is a 404', async () => {
  for (const path of [
    '/nope',
    '/conversations/../admin',
    '/.env',
    '/conversations/1/2/3',
    '/%00',
  ]) {
    const response = await request(own.host, path, 'GET', server.cookieOf(own))
    expect([400, 404], path).toContain(response.status)
  }
})

function request(host: string, path: string, method: Method, cookie: string | undefined) {
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' }
  if (cookie) headers['cookie'] = cookie
  // An id that no company has: who may ask gets a 404 or a refusal, and nothing is changed.
  const filled = path.replace(/:[a-zA-Z]+/g, '999999')
  return server.fetch({
    host,
    path: filled,
    method,
    headers,
    body: method === 'POST' ? '' : undefined,
  })
}

function addMembers(): void {
  memberIds.set('owner', 1)
  for (const role of roles.filter((name) => name !== 'owner')) {
    const now = Date.now()
    const row = { email: `${role}@own.test`, name: role, role, createdAt: now, updatedAt: now }
    memberIds.set(role, own.db.insert(members).values(row).returning().get().id)
  }
}

function addUsers(): void {
  const { platform } = server.runtime
  for (const role of platformRoles) {
    const now = Date.now()
    const row = { email: `${role}@platform.test`, name: role, role, createdAt: now, updatedAt: now }
    const { id } = platform.insert(platformUsers).values(row).returning().get()
    const token = createPlatformSession(platform, id, { ip: null, userAgent: null })
    userCookies.set(role, `baraza_platform=${token}`)
  }
}

function tokenOf(cookie: string): string {
  return cookie.split('=')[1] as string
}
