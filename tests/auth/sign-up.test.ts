import { afterAll, beforeAll, expect, test } from 'vitest'
import { isOwnerVerified } from '#app/domain/members/verify-owner.server.ts'
import { listOutbox } from '#app/platform/mail/outbox.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'
import { createVisitor, locationOf, mailTo, settleJobs } from './visitor.ts'

const PASSWORD = 'mvua ya masika'
let server: TestServer

beforeAll(async () => {
  server = await startTestServer({ pages: true })
  server.addCompany('savanna')
})
afterAll(() => server.close())

function company(slug: string, more: Record<string, string> = {}) {
  return {
    ...{ companyName: 'Mama Njeri', slug, industry: 'restaurant', name: 'Njeri' },
    ...{ email: `njeri@${slug}.test`, password: PASSWORD, ...more },
  }
}

async function signUp(slug: string, more: Record<string, string> = {}) {
  const made = await createVisitor(server, 'app.localhost').post('/signup', company(slug, more))
  expect(made.status).toBe(201)
  const code = /hand-over\?code=([\w-]{43})/.exec(made.body)?.[1] ?? ''
  const host = `${slug}.localhost`
  const entry = server.runtime.directory.findBySlug(slug)
  if (!entry) throw new Error('No company')
  return { code, host, db: server.runtime.tenancy.acquire(entry), headers: made.headers }
}

test('signing up makes a company, hands its owner over once, and asks for confirmation', async () => {
  const { code, host, db, headers } = await signUp('mama-njeri')
  expect(headers['set-cookie']).toBeUndefined()
  const owner = createVisitor(server, host)
  expect((await owner.get(`/hand-over?code=${code}`)).status).toBe(200)
  expect(locationOf(await owner.post('/hand-over', { code }))).toBe('/conversations')
  expect((await owner.get('/profile')).body).toContain('njeri@mama-njeri.test')
  const second = createVisitor(server, host)
  expect(locationOf(await second.post('/hand-over', { code }))).toBe('/login')
  expect(second.cookies.size).toBe(0)

  expect(isOwnerVerified(db)).toBe(false)
  const refused = await owner.post('/members/invite', { email: 'x@a.test', role: 'agent' })
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('Confirm your e-mail first')
  const { path, subject } = await mailTo(server, 'njeri@mama-njeri.test')
  expect(subject).not.toContain('Njeri')
  expect((await owner.get(path)).status).toBe(200)
  expect(isOwnerVerified(db)).toBe(false)
  expect(locationOf(await owner.post(path))).toBe('/conversations')
  expect(isOwnerVerified(db)).toBe(true)
  expect((await owner.get(path)).status).toBe(410)
  const invited = await owner.post('/members/invite', { email: 'x@a.test', role: 'agent' })
  expect(locationOf(invited)).toBe('/members?note=invited')
})

test('whoever signed up with somebody else’s address is out once its owner confirms', async () => {
  const { code, host, db } = await signUp('taken-over', { email: 'victim@a.test' })
  const attacker = createVisitor(server, host)
  await attacker.post('/hand-over', { code })
  const { path } = await mailTo(server, 'victim@a.test')
  const victim = createVisitor(server, host)
  const asked = await victim.get(path)
  expect(asked.body).toContain('choose a new password')
  expect((await victim.post(path)).status).toBe(422)
  expect(isOwnerVerified(db)).toBe(false)
  expect(locationOf(await victim.post(path, { password: 'my very own one' }))).toBe(
    '/conversations',
  )
  expect(isOwnerVerified(db)).toBe(true)
  expect((await attacker.get('/profile')).status).toBe(302)
  expect((await createVisitor(server, host).signIn('victim@a.test', PASSWORD)).status).toBe(401)
})

test('an unverified company mails its owner the confirmation and nobody anything else', async () => {
  const { host } = await signUp('quiet')
  await mailTo(server, 'njeri@quiet.test')
  await createVisitor(server, host).post('/forgot', { email: 'njeri@quiet.test' })
  const second = await mailTo(server, 'njeri@quiet.test', 2)
  expect(second.path).toMatch(/^\/verify\//)
})

test('what is wrong is said beside the field, what was typed stays, the password goes', async () => {
  const visitor = createVisitor(server, 'app.localhost')
  for (const [wrong, sentence] of [
    [{ slug: 'savanna' }, 'This address is taken'],
    [{ slug: 'admin' }, 'This address is reserved'],
    [{ slug: '-no-' }, '2 to 40 letters'],
    [{ industry: 'piracy' }, 'Choose an industry'],
    [{ email: 'njeri' }, 'not a complete e-mail'],
    [{ password: 'short' }, 'At least 10 characters'],
    [{ password: 'qwertyuiop' }, 'too easy to guess'],
    [{ companyName: ' ' }, 'Fill this in'],
  ] as const) {
    const response = await visitor.post('/signup', { ...company('fresh'), ...wrong })
    expect([sentence, response.status]).toEqual([sentence, 422])
    expect(response.body).toContain(sentence)
    expect(response.body).toContain('value="Njeri"')
    expect(response.body).not.toContain(PASSWORD)
  }
  expect(server.runtime.directory.findBySlug('fresh')).toBeUndefined()
})

test('a taken address comes with free ones', async () => {
  const visitor = createVisitor(server, 'app.localhost')
  const ask = async (query: string) => (await visitor.get(`/signup/address.data?${query}`)).body
  expect(await ask('slug=brand-new&name=x')).toContain('true')
  const taken = await ask('slug=savanna&name=Savanna%20Home')
  expect(taken).toContain('slug_taken')
  expect(taken).toContain('savanna-home')
})

test('finding a company answers the same for everybody and mails only who is known', async () => {
  const visitor = createVisitor(server, 'app.localhost')
  const known = await visitor.post('/find-company', { email: 'owner@savanna.test' })
  const unknown = await visitor.post('/find-company', { email: 'nobody@savanna.test' })
  const unverified = await visitor.post('/find-company', { email: 'njeri@quiet.test' })
  const plain = (body: string) =>
    body.replace(/[\w.]+@[\w.]+\.test/g, 'X').replace(/nonce="[^"]*"/g, '')
  expect(plain(unknown.body)).toBe(plain(known.body))
  expect(plain(unverified.body)).toBe(plain(known.body))
  const mail = await mailTo(server, 'owner@savanna.test')
  expect(mail.textBody).toContain(`http://savanna.localhost:${server.port}`)
  await settleJobs(server)
  const to = listOutbox(server.runtime.platform).map((row) => row.toAddress)
  expect(to).not.toContain('nobody@savanna.test')
  expect(to.filter((address) => address === 'njeri@quiet.test')).toHaveLength(2)
})

test('asking too often waits', async () => {
  const visitor = createVisitor(server, 'app.localhost')
  const statuses: number[] = []
  for (let n = 0; n < 4; n++) {
    statuses.push((await visitor.post('/find-company', { email: 'often@a.test' })).status)
  }
  expect(statuses).toEqual([200, 200, 200, 429])
})

test('the outbox is there only where it was asked for', async () => {
  expect((await createVisitor(server, 'app.localhost').get('/outbox')).status).toBe(404)
})
