import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMember } from '#app/domain/members/create.server.ts'
import { findMemberByEmail } from '#app/domain/members/find.server.ts'
import type { Role } from '#app/domain/members/permissions.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'
import { createVisitor, locationOf } from './visitor.ts'
import type { Visitor } from './visitor.ts'

let server: TestServer
let savanna: TestCompany
let mjengo: TestCompany
const ids = new Map<Role, number>()

beforeAll(async () => {
  server = await startTestServer({ pages: true })
  savanna = server.addCompany('savanna')
  mjengo = server.addCompany('mjengo', 'hardware')
  for (const company of [savanna, mjengo]) {
    for (const role of ['admin', 'manager', 'agent', 'viewer'] as const) {
      const made = await createMember(company.db, {
        ...{ email: `${role}@${company.slug}.test`, name: `${company.slug} ${role}`, role },
        password: server.password,
      })
      if (made.ok) ids.set(role, made.id)
    }
  }
})
afterAll(() => server.close())

function as(company: TestCompany, role: Role): Visitor {
  const visitor = createVisitor(server, company.host)
  const id = role === 'owner' ? 1 : (ids.get(role) ?? 0)
  visitor.cookies.set('baraza_member', server.cookieOf(company, id).split('=')[1] ?? '')
  return visitor
}

test('the list shows this company’s people only, and can be searched and filtered', async () => {
  const owner = as(savanna, 'owner')
  const all = (await owner.get('/members')).body
  expect(all).toContain('agent@savanna.test')
  expect(all).not.toContain('mjengo')
  const found = (await owner.get('/members?q=AGENT&role=agent&status=active')).body
  expect(found).toContain('agent@savanna.test')
  expect(found).not.toContain('viewer@savanna.test')
  expect((await owner.get('/members?q=%25%27&after=abc&role=root')).status).toBe(200)
})

test.each([
  ['owner', 200, 200],
  ['admin', 200, 200],
  ['manager', 200, 403],
  ['agent', 403, 403],
  ['viewer', 403, 403],
] as const)('%s may read members: %i, invite: %i', async (role, read, invite) => {
  const visitor = as(savanna, role)
  expect((await visitor.get('/members')).status).toBe(read)
  expect((await visitor.get('/members.data')).status).toBe(read)
  expect((await visitor.get('/members/invite')).status).toBe(invite)
  if (invite === 200) return
  const fields = { email: 'sneaky@a.test', role: 'admin' }
  for (const path of ['/members/invite', '/members/invite.data']) {
    expect((await visitor.post(path, fields)).status).toBe(403)
  }
  const own = ids.get(role) ?? 0
  expect((await visitor.post(`/members/${own}/role`, { role: 'owner' })).status).toBe(403)
  expect(findMemberByEmail(savanna.db, 'sneaky@a.test')).toBeUndefined()
})

test('an admin cannot touch an owner, the last owner cannot go, and both are said', async () => {
  const admin = as(savanna, 'admin')
  expect(locationOf(await admin.post('/members/1/deactivation'))).toBe(
    '/members/1?problem=not_allowed',
  )
  expect((await admin.get('/members/1?problem=not_allowed')).body).toContain('does not allow this')
  const owner = as(savanna, 'owner')
  expect(locationOf(await owner.post('/members/1/role', { role: 'agent' }))).toBe(
    '/members/1?problem=last_owner',
  )
  expect((await owner.get('/members/1?problem=last_owner')).body).toContain('at least one active')
})

test('fields nobody asked for change nothing', async () => {
  const owner = as(savanna, 'owner')
  const agent = ids.get('agent') ?? 0
  const fields = { role: 'agent', id: '1', status: 'deactivated', email: 'x@y.test', tenantId: 'x' }
  expect(locationOf(await owner.post(`/members/${agent}/role`, fields))).toContain('note=role')
  expect(findMemberByEmail(savanna.db, 'agent@savanna.test')).toMatchObject({
    ...{ id: agent, status: 'active', role: 'agent' },
  })
})

test('deactivating and reactivating goes through the page', async () => {
  const owner = as(savanna, 'owner')
  const viewer = as(savanna, 'viewer')
  const id = ids.get('viewer') ?? 0
  expect((await viewer.get('/profile')).status).toBe(200)
  expect(locationOf(await owner.post(`/members/${id}/deactivation`))).toContain('note=deactivated')
  expect((await viewer.get('/profile')).status).toBe(302)
  expect(locationOf(await owner.post(`/members/${id}/activation`))).toContain('note=reactivated')
  expect((await owner.post('/members/999/deactivation')).status).toBe(404)
  expect((await owner.post('/members/abc/deactivation')).status).toBe(404)
})

test('addresses that are only posted to show nothing', async () => {
  const owner = as(savanna, 'owner')
  for (const path of ['/logout', '/preferences', '/members/1/role', '/verification']) {
    expect([path, (await owner.get(path)).status]).toEqual([path, 404])
  }
})
