import { TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { members } from '#app/domain/members/schema.server.ts'
import { platformUsers } from '#app/platform/schema.server.ts'
import { createPlatformUser } from '#app/platform/users/create.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'
import { createVisitor, locationOf } from './visitor.ts'
import type { Visitor } from './visitor.ts'

const PAGE = '/profile/two-factor'
const STEP_MS = 30_000
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ pages: true })
  await createPlatformUser(server.runtime.platform, {
    ...{ email: 'root@baraza.test', role: 'owner', password: server.password },
  })
})
afterAll(() => server.close())

/** Sets the second step up by hand. @returns the key, the code used and the recovery codes */
async function turnOn(visitor: Visitor, password: string) {
  expect(locationOf(await visitor.post(PAGE, { password }))).toBe(PAGE)
  const page = (await visitor.get(PAGE)).body
  expect(page).toContain('data:image/svg+xml;base64,')
  const secret = (/<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? '').replaceAll(' ', '')
  const firstCode = codeOf(secret)
  const done = await visitor.post(`${PAGE}/confirmation`, { code: firstCode })
  expect(done.headers['cache-control']).toContain('no-store')
  const codes = [...done.body.matchAll(/<li>([a-z0-9]{4}(?:-[a-z0-9]{4}){3})<\/li>/g)]
  return { secret, firstCode, codes: codes.map((match) => match[1] ?? '') }
}

function codeOf(secret: string, afterMs = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + afterMs })
}

test('a member needs the app or a recovery code, each of them once', async () => {
  const company = server.addCompany('savanna')
  const { email, password } = { email: 'owner@savanna.test', password: server.password }
  const visitor = createVisitor(server, company.host)
  await visitor.signIn(email, password)
  const other = createVisitor(server, company.host)
  await other.signIn(email, password)
  const { secret, firstCode, codes } = await turnOn(visitor, password)
  expect(codes).toHaveLength(10)
  expect((await other.get('/profile')).status).toBe(302)
  const stored = JSON.stringify(company.db.select().from(members).all())
  expect(stored).not.toContain(secret)
  expect(stored).not.toContain(codes[0])

  const next = createVisitor(server, company.host)
  const first = await next.post('/login', { email, password, next: '/members' })
  expect(locationOf(first)).toBe('/login/code?next=%2Fmembers')
  expect((await next.get('/members')).status).toBe(302)
  // The code that turned it on was used, so it is refused; the next one is good, once.
  expect((await next.post('/login/code', { code: firstCode })).status).toBe(401)
  const code = codeOf(secret, STEP_MS)
  expect(locationOf(await next.post('/login/code', { code, next: '/members' }))).toBe('/members')
  expect((await next.get('/members')).status).toBe(200)

  const again = createVisitor(server, company.host)
  await again.signIn(email, password)
  expect((await again.post('/login/code', { code })).status).toBe(401)
  const recovery = (codes[0] ?? '').toUpperCase()
  expect(locationOf(await again.post('/login/code', { code: recovery }))).toBe('/conversations')

  const third = createVisitor(server, company.host)
  await third.signIn(email, password)
  expect((await third.post('/login/code', { code: recovery })).status).toBe(401)
})

test('what waits for the code opens nothing, not even as a session cookie', async () => {
  const company = server.addCompany('karibu')
  const owner = createVisitor(server, company.host)
  await owner.signIn('owner@karibu.test', server.password)
  await turnOn(owner, server.password)
  const visitor = createVisitor(server, company.host)
  await visitor.signIn('owner@karibu.test', server.password)
  const waiting = visitor.cookies.get('baraza_second_step') ?? ''
  expect(waiting).not.toBe('')
  for (const value of [waiting, `second_step.${waiting}`, `second_step:${waiting}`]) {
    visitor.cookies.set('baraza_member', value)
    expect((await visitor.get('/profile')).status).toBe(302)
  }
  const elsewhere = createVisitor(server, server.addCompany('other').host)
  elsewhere.cookies.set('baraza_second_step', waiting)
  expect(locationOf(await elsewhere.get('/login/code'))).toBe('/login')
})

test('guessing codes ends in a wait', async () => {
  const company = server.addCompany('guess')
  const owner = createVisitor(server, company.host)
  await owner.signIn('owner@guess.test', server.password)
  await turnOn(owner, server.password)
  const visitor = createVisitor(server, company.host)
  await visitor.signIn('owner@guess.test', server.password)
  const statuses: number[] = []
  for (let n = 0; n < 7; n++) {
    statuses.push((await visitor.post('/login/code', { code: '000000' })).status)
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429])
})

test('turning it on or off, and new codes, ask for the password', async () => {
  const company = server.addCompany('safe')
  const visitor = createVisitor(server, company.host)
  await visitor.signIn('owner@safe.test', server.password)
  expect((await visitor.post(PAGE, { password: 'a wrong one' })).status).toBe(422)
  const { codes } = await turnOn(visitor, server.password)
  expect((await visitor.post(`${PAGE}/removal`, { password: 'a wrong one' })).status).toBe(422)
  const renewed = await visitor.post(`${PAGE}/recovery-codes`, { password: server.password })
  expect(renewed.body).not.toContain(codes[1])
  const off = await visitor.post(`${PAGE}/removal`, { password: server.password })
  expect(locationOf(off)).toBe('/profile?note=two_factor_off')
  expect(secretsOf(company)).toEqual([null, null])
})

test('platform users have it, too, under the platform’s own key', async () => {
  const visitor = createVisitor(server, 'app.localhost')
  await visitor.signIn('root@baraza.test', server.password)
  const { secret, codes } = await turnOn(visitor, server.password)
  const stored = JSON.stringify(server.runtime.platform.select().from(platformUsers).all())
  expect(stored).not.toContain(secret)
  const next = createVisitor(server, 'app.localhost')
  expect(locationOf(await next.signIn('root@baraza.test', server.password))).toBe('/login/code')
  expect(locationOf(await next.post('/login/code', { code: codes[3] ?? '' }))).toBe('/admin')
})

function secretsOf(company: TestCompany) {
  const row = company.db.select().from(members).get()
  return [row?.totpSecretEncrypted, row?.recoveryCodesJson]
}
