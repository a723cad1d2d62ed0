import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPlatformUser } from '#app/platform/users/create.server.ts'
import { listOutbox } from '#app/platform/mail/outbox.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'
import { createVisitor, locationOf, mailTo, settleJobs } from './visitor.ts'

const NEW_PASSWORD = 'mvua ya masika'
let server: TestServer
let savanna: TestCompany

beforeAll(async () => {
  server = await startTestServer({ pages: true })
  savanna = server.addCompany('savanna')
  await createPlatformUser(server.runtime.platform, {
    ...{ email: 'root@baraza.test', role: 'owner', password: server.password },
  })
})
afterAll(() => server.close())

test('asking for a reset answers the same for members and for strangers', async () => {
  const visitor = createVisitor(server, savanna.host)
  const known = await visitor.post('/forgot', { email: 'owner@savanna.test' })
  const unknown = await visitor.post('/forgot', { email: 'nobody@savanna.test' })
  const plain = (body: string) =>
    body.replace(/(owner|nobody)@savanna\.test/g, 'X').replace(/nonce="[^"]*"/g, '')
  expect(known.status).toBe(unknown.status)
  expect(plain(unknown.body)).toBe(plain(known.body))
  await mailTo(server, 'owner@savanna.test')
  await settleJobs(server)
  const recipients = listOutbox(server.runtime.platform).map((mail) => mail.toAddress)
  expect(recipients).toEqual(['owner@savanna.test'])
})

test('the link sets a new password once and ends the other sessions', async () => {
  const signedIn = createVisitor(server, savanna.host)
  await signedIn.signIn('owner@savanna.test', server.password)
  const { path } = await mailTo(server, 'owner@savanna.test')
  expect(path).toMatch(/^\/reset\/1\.[\w-]{43}$/)
  const visitor = createVisitor(server, savanna.host)
  expect((await visitor.get(path)).body).toContain('owner@savanna.test')
  expect((await visitor.post(path, { password: 'short' })).status).toBe(422)
  const done = await visitor.post(path, { password: NEW_PASSWORD })
  expect(locationOf(done)).toBe('/conversations')
  expect((await signedIn.get('/profile')).status).toBe(302)
  const again = createVisitor(server, savanna.host)
  expect((await again.get(path)).status).toBe(410)
  expect((await again.post(path, { password: 'another good one' })).status).toBe(422)
  expect((await again.signIn('owner@savanna.test', server.password)).status).toBe(401)
  expect((await again.signIn('owner@savanna.test', NEW_PASSWORD)).status).toBe(302)
})

test('a link of one company is nothing on another’s host', async () => {
  const other = server.addCompany('mjengo', 'hardware')
  await createVisitor(server, other.host).post('/forgot', { email: 'owner@mjengo.test' })
  const { path } = await mailTo(server, 'owner@mjengo.test')
  expect((await createVisitor(server, savanna.host).get(path)).status).toBe(410)
  expect((await createVisitor(server, 'app.localhost').get(path)).status).toBe(410)
  expect((await createVisitor(server, other.host).get(path)).status).toBe(200)
})

test('an invitation leads in by name and password, and changing the password ends the rest', async () => {
  const owner = createVisitor(server, savanna.host)
  await owner.signIn('owner@savanna.test', NEW_PASSWORD)
  const sent = await owner.post('/members/invite', { email: 'neema@a.test', role: 'agent' })
  expect(locationOf(sent)).toBe('/members?note=invited')
  const { path } = await mailTo(server, 'neema@a.test')
  const neema = createVisitor(server, savanna.host)
  expect((await neema.signIn('neema@a.test', '')).status).toBe(401)
  const joined = await neema.post(path, { name: 'Neema <b>', password: NEW_PASSWORD })
  expect(joined.status).toBe(422)
  const joinedWell = await neema.post(path, { name: 'Neema W.', password: NEW_PASSWORD })
  expect(locationOf(joinedWell)).toBe('/conversations')
  expect((await neema.get('/members')).status).toBe(403)
  expect((await createVisitor(server, savanna.host).get(path)).status).toBe(410)

  const phone = createVisitor(server, savanna.host)
  await phone.signIn('neema@a.test', NEW_PASSWORD)
  const passwords = { currentPassword: NEW_PASSWORD, newPassword: 'kiangazi kirefu' }
  const wrong = await neema.post('/profile/password', { ...passwords, currentPassword: 'no' })
  expect([wrong.status, wrong.body.includes('kiangazi')]).toEqual([422, false])
  expect(locationOf(await neema.post('/profile/password', passwords))).toContain('/profile')
  expect((await phone.get('/profile')).status).toBe(302)
  expect((await neema.get('/profile')).status).toBe(200)
})

test('one’s own devices can be signed out, nobody else’s', async () => {
  const first = createVisitor(server, savanna.host)
  await first.signIn('owner@savanna.test', NEW_PASSWORD)
  const second = createVisitor(server, savanna.host)
  await second.signIn('owner@savanna.test', NEW_PASSWORD)
  const neema = createVisitor(server, savanna.host)
  await neema.signIn('neema@a.test', 'kiangazi kirefu')
  const ids = [...(await first.get('/profile')).body.matchAll(/sessions\/(\d+)\/revocation/g)]
  expect(ids.length).toBeGreaterThan(0)
  for (const [, id] of ids) {
    expect((await neema.post(`/profile/sessions/${id}/revocation`)).status).toBe(404)
  }
  await first.post('/profile/sessions/revocation')
  expect((await second.get('/profile')).status).toBe(302)
  expect((await neema.get('/profile')).status).toBe(200)
  expect((await first.get('/profile')).status).toBe(200)
})

test('platform users are invited and reset their password on the app host', async () => {
  const root = createVisitor(server, 'app.localhost')
  await root.signIn('root@baraza.test', server.password)
  await root.post('/admin/users', { email: 'support@baraza.test', role: 'support', name: 'Sam' })
  const { path } = await mailTo(server, 'support@baraza.test')
  const sam = createVisitor(server, 'app.localhost')
  expect(locationOf(await sam.post(path, { name: 'Sam', password: NEW_PASSWORD }))).toBe(
    '/admin/companies',
  )
  expect((await sam.get('/admin/users')).status).toBe(403)
  await createVisitor(server, 'app.localhost').post('/forgot', { email: 'support@baraza.test' })
  const reset = await mailTo(server, 'support@baraza.test', 2)
  const done = await createVisitor(server, 'app.localhost').post(reset.path, {
    password: 'kiangazi kirefu',
  })
  expect(locationOf(done)).toBe('/admin/companies')
  expect((await sam.get('/admin/companies')).status).toBe(302)
})
