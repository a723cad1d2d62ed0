import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import webpush from 'web-push'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { recordAudit } from '#app/domain/audit/record.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import { readPreferences } from '#app/domain/notifications/preferences.server.ts'
import { listSubscriptions } from '#app/domain/notifications/push-subscriptions.server.ts'
import { countUnread } from '#app/domain/notifications/unread.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { startPushFake } from '#tests/fakes/push/server.ts'
import type { PushFake } from '#tests/fakes/push/server.ts'
import { openTestStream } from '#tests/event-stream.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'
import { createVisitor } from '#tests/auth/visitor.ts'

const vapid = webpush.generateVAPIDKeys()

let fake: PushFake
let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let agent: Actor
let other: Actor

beforeAll(async () => {
  fake = await startPushFake()
  server = await startTestServer({
    ...{ pages: true, jobs: false },
    env: {
      ...{ VAPID_PUBLIC_KEY: vapid.publicKey, VAPID_PRIVATE_KEY: vapid.privateKey },
      PUSH_SERVICE_URLS: fake.url,
    },
  })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
})
beforeEach(() => {
  agent = addMember(hotel.db, 'agent', `grace${Math.random()}`)
  other = addMember(hotel.db, 'agent', `ali${Math.random()}`)
})
afterAll(async () => {
  await server.close()
  await fake.close()
})

function as(actor: Actor, company = hotel) {
  const cookie = server.cookieOf(company, actor.id)
  const origin = `http://${company.host}:${server.port}`
  const host = `${company.host}:${server.port}`
  return {
    get: (path: string) => server.fetch({ host, path, headers: { cookie } }),
    post: (path: string, fields: Record<string, string>) =>
      server.fetch({
        ...{ host, path, method: 'POST', body: new URLSearchParams(fields).toString() },
        headers: { cookie, origin, 'content-type': 'application/x-www-form-urlencoded' },
      }),
  }
}

function tellOf(name: string, actor: Actor): number {
  const { id } = addConversation(hotel.db, addEndpoint(hotel.db), { assignedTo: actor.id, name })
  notify(hotel.db, { kind: 'assigned', memberIds: [actor.id], conversationId: id })
  return id
}

describe('the list', () => {
  test('names what is within reach; what has left it has neither name nor link', async () => {
    const kept = tellOf('Amina Hassan', agent)
    const lost = tellOf('Otieno Kiptoo', agent)
    const assignedTo = other.id
    hotel.db.update(conversations).set({ assignedTo }).where(eq(conversations.id, lost)).run()
    const { body } = await as(agent).get('/notifications')
    expect(body).toContain('Amina Hassan')
    expect(body).toContain(`href="/conversations/${kept}"`)
    expect(body).not.toContain('Otieno')
    expect(body).not.toContain(`/conversations/${lost}`)
    expect(body).toContain('About a conversation that is no longer yours')
    expect((await as(other).get('/notifications')).body).not.toContain('Amina')
  })

  test('one is read by a plain form, nobody else’s is there, and all of them at once', async () => {
    tellOf('Amina', agent)
    tellOf('Otieno', agent)
    const { body } = await as(agent).get('/notifications')
    const id = /\/notifications\/(\d+)\/read/.exec(body)?.[1] as string
    expect((await as(other).post(`/notifications/${id}/read`, {})).status).toBe(404)
    expect(countUnread(hotel.db, agent)).toBe(2)
    expect((await as(agent).post(`/notifications/${id}/read`, {})).status).toBe(302)
    expect(countUnread(hotel.db, agent)).toBe(1)
    const upTo = /name="upTo" value="(\d+)"/.exec(body)?.[1] as string
    await as(agent).post('/notifications/reads', { upTo })
    expect(countUnread(hotel.db, agent)).toBe(0)
    expect((await as(agent).get('/notifications?show=unread')).body).toContain('read everything')
  })

  test.each(['before=x', 'before=-1', 'before=9e9', 'show[]=1'])(
    '?%s is no fault',
    async (query) => {
      expect((await as(agent).get(`/notifications?${query}`)).status).toBe(200)
    },
  )

  test('the bell rings live for its owner alone, and never for another company', async () => {
    const listen = async (company: TestCompany, id: number) => {
      const cookie = server.cookieOf(company, id)
      const stream = await openTestStream(server.port, { host: company.host, cookie })
      await stream.next('unread', (count) => count === 0)
      return stream
    }
    const streams = [await listen(hotel, agent.id), await listen(hotel, other.id)]
    const elsewhere = await listen(shop, 1)
    tellOf('Amina', agent)
    await streams[0]!.next('unread', (count) => count === 1)
    tellOf('Otieno', other)
    await streams[1]!.next('unread', (count) => count === 1)
    const told = (events: { event: string }[]) => events.filter((one) => one.event === 'unread')
    expect(told(streams[0]!.events)).toHaveLength(2)
    expect(told(elsewhere.events)).toHaveLength(1)
    for (const stream of [...streams, elsewhere]) stream.close()
  })
})

describe('what reaches a member', () => {
  test('is chosen in a plain form; what does not fit comes back with what was chosen', async () => {
    const fields = { 'mention.push': 'on', 'hot_lead.email': 'on', quiet: 'on', digest: 'daily' }
    const wrong = await as(agent).post('/profile/notifications', {
      ...{ ...fields, quietFrom: '25:00', quietUntil: '07:00' },
    })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toContain('value="25:00"')
    const saved = await as(agent).post('/profile/notifications', {
      ...{ ...fields, quietFrom: '22:00', quietUntil: '07:00' },
    })
    expect(saved.headers.location).toBe('/profile/notifications?note=saved')
    const preferences = readPreferences(hotel.db, agent.id)
    expect(preferences).toMatchObject({ quiet: { from: 1320, until: 420 }, digest: 'daily' })
    expect(preferences.choices.mention).toEqual({ inApp: false, push: true, email: false })
    expect(preferences.choices.hot_lead).toEqual({ inApp: false, push: false, email: true })
    expect(readPreferences(hotel.db, other.id).choices.mention.inApp).toBe(true)
  })
})

describe('devices', () => {
  const turnOn = (actor: Actor, change: Record<string, string> = {}) => {
    const { endpoint, keys } = fake.subscribe()
    return as(actor).post('/push-subscriptions', { endpoint, ...keys, ...change })
  }

  test('a browser becomes a device of the member, with the way to remove it', async () => {
    await turnOn(agent)
    const [device] = listSubscriptions(hotel.db, agent.id)
    const path = `/push-subscriptions/${device!.id}/removal`
    expect((await as(agent).get('/profile/notifications')).body).toContain(path)
    expect((await as(other).post(path, {})).status).toBe(404)
    expect((await as(agent).post(path, {})).status).toBe(302)
    expect(listSubscriptions(hotel.db, agent.id)).toEqual([])
  })

  test.each<Record<string, string>>([
    { endpoint: 'http://169.254.169.254/latest/meta-data' },
    { endpoint: 'http://127.0.0.1:22/' },
    { endpoint: 'https://fcm.googleapis.com.evil.example/x' },
    { endpoint: 'file:///etc/passwd' },
    { p256dh: 'AAAA' },
    { p256dh: Buffer.alloc(65, 1).toString('base64url') },
    { auth: '' },
  ])('%j is refused', async (change) => {
    expect((await turnOn(agent, change)).status).toBe(422)
    expect(listSubscriptions(hotel.db, agent.id)).toEqual([])
  })

  test('falls silent when its session ends', async () => {
    const person = as(agent)
    const { endpoint, keys } = fake.subscribe()
    await person.post('/push-subscriptions', { endpoint, ...keys })
    expect(listSubscriptions(hotel.db, agent.id)).toHaveLength(1)
    await person.post('/logout', {})
    expect(listSubscriptions(hotel.db, agent.id)).toEqual([])
  })
})

describe('the audit log', () => {
  test('knows of sign-ins that failed, a lock-out once, and signing out', async () => {
    const visitor = createVisitor(server, shop.host)
    for (let n = 0; n < 13; n++) await visitor.signIn('owner@shop.test', 'wrong password')
    const rows = shop.db.select().from(auditLog).all()
    const count = (action: string) => rows.filter((row) => row.action === action).length
    expect(count('member.sign_in_failed')).toBe(10)
    expect(count('member.locked_out')).toBe(1)
    expect(JSON.stringify(rows)).not.toContain('wrong password')
    await as({ id: 1, role: 'owner', extra: [] }).post('/logout', {})
    expect(hotel.db.select().from(auditLog).all().at(-1)).toMatchObject({
      ...{ action: 'member.signed_out', actorName: 'Owner' },
    })
  })

  test('is searched, filtered, checked and taken out by who may, in words', async () => {
    const owner = as({ id: 1, role: 'owner', extra: [] })
    const actor = { kind: 'member', id: 1, name: 'Wanjiru' } as const
    const details = { name: { from: 'Old', to: '<b>New</b>' } }
    recordAudit(hotel.db, actor, { action: 'company.profile_changed', details })
    const page = await owner.get('/settings/audit?q=wanjiru&actor=1&subject=company')
    expect(page.body).toContain('Company: profile changed')
    expect(page.body).toContain('Old → &lt;b&gt;New&lt;/b&gt;')
    expect((await owner.get('/settings/audit?from=2001-01-01&until=2001-01-02')).body).toContain(
      'No entry fits',
    )
    expect((await owner.get('/settings/audit?check')).body).toContain('as they were written')
    const csv = await owner.post('/settings/audit/exports', { format: 'csv', q: 'wanjiru' })
    expect(csv.headers['content-disposition']).toContain('attachment')
    expect(csv.body).toContain('company.profile_changed')
    expect(hotel.db.select().from(auditLog).all().at(-1)?.action).toBe('audit.exported')
    for (const path of ['/settings/audit', '/settings/audit?check'])
      expect((await as(agent).get(path)).status).toBe(403)
  })

  test.each(["q='or%201=1--", 'actor=x&before=-1', 'from=never&until=2026-99-99', 'action[]=%'])(
    '?%s is no fault',
    async (query) => {
      const owner = as({ id: 1, role: 'owner', extra: [] })
      expect((await owner.get(`/settings/audit?${query}`)).status).toBe(200)
    },
  )
})

test('a company that renames itself is renamed on the platform', async () => {
  const owner = as({ id: 1, role: 'owner', extra: [] }, shop)
  const saved = await owner.post('/settings', {
    ...{ name: 'Duka la Asha', timeZone: 'Africa/Nairobi', currency: 'KES', language: 'en' },
    ...{ description: '', phone: '', email: '', website: '', address: '' },
  })
  expect(saved.headers.location).toBe('/settings?saved')
  expect(server.runtime.directory.findBySlug('shop')?.name).toBe('Duka la Asha')
  expect(server.runtime.directory.findBySlug('hotel')?.name).toBe('hotel')
})
