import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { createMember } from '#app/domain/members/create.server.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { deactivateMember } from '#app/domain/members/standing.server.ts'
import { createPlatformUser } from '#app/platform/users/create.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'
import { createVisitor, locationOf } from './visitor.ts'

let server: TestServer
let savanna: TestCompany
let mjengo: TestCompany

beforeAll(async () => {
  server = await startTestServer({ pages: true })
  savanna = server.addCompany('savanna')
  mjengo = server.addCompany('mjengo', 'hardware')
  const { password } = server
  await createPlatformUser(server.runtime.platform, {
    ...{ email: 'root@baraza.test', role: 'owner', password },
  })
  await createPlatformUser(server.runtime.platform, {
    ...{ email: 'sal@baraza.test', role: 'sales', password },
  })
})
afterAll(() => server.close())

test('a member signs in, stays signed in on this host only, and signs out', async () => {
  const visitor = createVisitor(server, savanna.host)
  const entered = await visitor.signIn('Owner@Savanna.test', server.password)
  expect([entered.status, locationOf(entered)]).toEqual([302, '/conversations'])
  const [cookie = ''] = entered.headers['set-cookie'] ?? []
  expect(cookie).toMatch(/^baraza_member=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=\d+$/)
  expect(cookie).not.toMatch(/domain/i)
  expect((await visitor.get('/profile')).body).toContain('owner@savanna.test')
  expect(savanna.db.select().from(members).get()?.lastSignInAt).toBeGreaterThan(0)
  expect(savanna.db.select().from(auditLog).all().at(-1)).toMatchObject({
    ...{ action: 'member.signed_in', actorId: 1 },
  })
  const token = visitor.cookies.get('baraza_member') ?? ''
  expect(locationOf(await visitor.post('/logout'))).toBe('/login?note=signed_out')
  visitor.cookies.set('baraza_member', token)
  expect(locationOf(await visitor.get('/profile'))).toContain('/login')
})

test('wrong e-mail and wrong password look the same and keep what was typed', async () => {
  const visitor = createVisitor(server, savanna.host)
  const wrongPassword = await visitor.signIn('owner@savanna.test', 'not the password')
  const unknown = await visitor.signIn('nobody@savanna.test', 'not the password')
  for (const response of [wrongPassword, unknown]) {
    expect(response.status).toBe(401)
    expect(response.body).toContain('E-mail and password do not match.')
    expect(response.body).not.toContain('not the password')
    expect(response.headers['set-cookie']).toBeUndefined()
  }
  expect(wrongPassword.body).toContain('value="owner@savanna.test"')
})

test('only a place on this host comes after signing in', async () => {
  const fields = { email: 'owner@savanna.test', password: server.password }
  for (const [next, place] of [
    ['/members?role=agent', '/members?role=agent'],
    ['//evil.example', '/conversations'],
    ['https://evil.example/', '/conversations'],
    ['/\\evil.example', '/conversations'],
  ] as const) {
    const visitor = createVisitor(server, savanna.host)
    expect(locationOf(await visitor.post('/login', { ...fields, next }))).toBe(place)
  }
  const visitor = createVisitor(server, savanna.host)
  expect(locationOf(await visitor.get('/members?q=x'))).toBe('/login?next=%2Fmembers%3Fq%3Dx')
})

test('a session of one company, or of one system, is nothing elsewhere', async () => {
  const member = createVisitor(server, savanna.host)
  await member.signIn('owner@savanna.test', server.password)
  const user = createVisitor(server, 'app.localhost')
  await user.signIn('root@baraza.test', server.password)
  const memberToken = member.cookies.get('baraza_member') ?? ''
  const userToken = user.cookies.get('baraza_platform') ?? ''
  expect(userToken).not.toBe('')
  const tries: [string, string, string, string][] = [
    [mjengo.host, 'baraza_member', memberToken, '/members'],
    [mjengo.host, 'baraza_member', userToken, '/members'],
    [savanna.host, 'baraza_member', userToken, '/members'],
    [savanna.host, 'baraza_platform', userToken, '/members'],
    ['app.localhost', 'baraza_platform', memberToken, '/admin'],
    ['app.localhost', 'baraza_member', memberToken, '/admin'],
  ]
  for (const [host, name, token, path] of tries) {
    const stranger = createVisitor(server, host)
    stranger.cookies.set(name, token)
    const response = await stranger.get(path)
    expect([host, name, response.status]).toEqual([host, name, 302])
    expect(locationOf(response)).toContain('/login')
  }
})

test('the password of one company opens no other, nor the app host', async () => {
  await createMember(mjengo.db, {
    ...{ email: 'both@a.test', password: 'mjengo secret', role: 'agent', name: 'Both' },
  })
  await createMember(savanna.db, {
    ...{ email: 'both@a.test', password: 'savanna secret', role: 'agent', name: 'Both' },
  })
  expect(
    (await createVisitor(server, savanna.host).signIn('both@a.test', 'mjengo secret')).status,
  ).toBe(401)
  expect(
    (await createVisitor(server, mjengo.host).signIn('both@a.test', 'mjengo secret')).status,
  ).toBe(302)
  expect(
    (await createVisitor(server, 'app.localhost').signIn('both@a.test', 'mjengo secret')).status,
  ).toBe(401)
})

test('platform users land where their role belongs', async () => {
  const root = createVisitor(server, 'app.localhost')
  expect(locationOf(await root.signIn('root@baraza.test', server.password))).toBe('/admin')
  const sal = createVisitor(server, 'app.localhost')
  expect(locationOf(await sal.signIn('sal@baraza.test', server.password))).toBe('/sales')
  expect((await sal.get('/sales')).status).toBe(200)
  expect((await sal.get('/admin')).status).toBe(403)
  expect((await sal.get('/admin.data')).status).toBe(403)
  expect((await sal.get('/admin/users')).status).toBe(403)
})

test('the eleventh wrong password waits, also for the right one, in this company alone', async () => {
  const visitor = createVisitor(server, savanna.host)
  for (let n = 0; n < 10; n++) await visitor.signIn('victim@a.test', 'wrong password')
  const refused = await visitor.signIn('victim@a.test', 'wrong password')
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.body).toMatch(/Too many attempts\. Try again in \d+ minutes?/)
  const elsewhere = await createVisitor(server, mjengo.host).signIn('victim@a.test', 'wrong')
  expect(elsewhere.status).toBe(401)
  expect((await visitor.signIn('owner@savanna.test', server.password)).status).toBe(302)
})

test('right passwords are never counted', async () => {
  const visitor = createVisitor(server, savanna.host)
  for (let n = 0; n < 14; n++) {
    const entered = await visitor.signIn('owner@savanna.test', server.password)
    expect(entered.status).toBe(302)
    visitor.cookies.clear()
  }
})

test('a deactivated member is out at once and cannot come back', async () => {
  const made = await createMember(savanna.db, {
    ...{ email: 'gone@a.test', password: server.password, role: 'agent', name: 'Gone' },
  })
  if (!made.ok) throw new Error(made.reason)
  const visitor = createVisitor(server, savanna.host)
  await visitor.signIn('gone@a.test', server.password)
  expect((await visitor.get('/profile')).status).toBe(200)
  deactivateMember(savanna.db, { id: 1, role: 'owner', extra: [], name: 'Owner' }, made.id)
  expect((await visitor.get('/profile')).status).toBe(302)
  expect((await visitor.signIn('gone@a.test', server.password)).status).toBe(401)
})

test('language and look can be chosen before and after signing in', async () => {
  const visitor = createVisitor(server, savanna.host)
  const chosen = await visitor.post('/preferences', { language: 'sw', returnTo: '/login' })
  expect([chosen.status, locationOf(chosen)]).toEqual([302, '/login'])
  await visitor.post('/preferences', { theme: 'dark', returnTo: '//evil.example' })
  const page = (await visitor.get('/login')).body
  expect(page).toContain('<html lang="sw"')
  expect(page).toContain('data-theme="dark"')
  await visitor.signIn('owner@savanna.test', server.password)
  await visitor.post('/preferences', { theme: 'light', language: 'en' })
  expect(savanna.db.select().from(members).get()).toMatchObject({ theme: 'light', language: 'en' })
})
