import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import webpush from 'web-push'
import { savePreferences, readPreferences } from '#app/domain/notifications/preferences.server.ts'
import { notify } from '#app/domain/notifications/notify.server.ts'
import {
  listSubscriptions,
  saveSubscription,
} from '#app/domain/notifications/push-subscriptions.server.ts'
import { markNotificationRead } from '#app/domain/notifications/unread.server.ts'
import { conversations } from '#app/domain/conversations/schema.server.ts'
import { jobs } from '#app/jobs/schema.server.ts'
import { inTransaction, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { startPushFake } from '#tests/fakes/push/server.ts'
import type { FakeSubscription, PushFake } from '#tests/fakes/push/server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

const vapid = webpush.generateVAPIDKeys()

let fake: PushFake
let server: TestServer
let hotel: TestCompany
let agentId: number
let device: FakeSubscription
let conversationId: number

beforeAll(async () => {
  fake = await startPushFake()
  server = await startTestServer({
    env: {
      VAPID_PUBLIC_KEY: vapid.publicKey,
      VAPID_PRIVATE_KEY: vapid.privateKey,
      PUSH_SERVICE_URLS: fake.url,
      LOG_LEVEL: 'silent',
    },
  })
  hotel = server.addCompany('hotel')
})
beforeEach(() => {
  agentId = addMember(hotel.db, 'agent', `Grace ${Math.random()}`).id
  device = fake.subscribe()
  conversationId = addConversation(hotel.db, addEndpoint(hotel.db), {
    ...{ assignedTo: agentId, name: 'Amina Hassan', texts: ['My card number is 4111'] },
  }).id
})
afterEach(() => void fake.refusals.splice(0))
afterAll(async () => {
  await server.close()
  await fake.close()
})

function turnOn(subscription: FakeSubscription = device): void {
  saveSubscription(hotel.db, agentId, { ...subscription, userAgent: 'Firefox' })
}

function tell(): void {
  notify(hotel.db, { kind: 'assigned', memberIds: [agentId], conversationId })
}

const lastJob = () =>
  hotel.db.select().from(jobs).where(eq(jobs.kind, 'push.send')).orderBy(jobs.id).all().at(-1)
const settled = (state: string) =>
  vi.waitFor(() => expect(lastJob()).toMatchObject({ state }), { timeout: 5_000 })

test('a device shows what happened and where, and nothing of the customer', async () => {
  turnOn()
  tell()
  await settled('done')
  expect(fake.refusals).toEqual([])
  expect(fake.received(device)).toEqual([
    {
      message: {
        ...{ title: 'Assigned to you', body: 'hotel' },
        ...{ url: `/conversations/${conversationId}`, tag: `/conversations/${conversationId}` },
      },
      ...{ urgency: 'high', ttlS: 14_400, key: vapid.publicKey },
    },
  ])
  expect(listSubscriptions(hotel.db, agentId)[0]?.lastUsedAt).toBeGreaterThan(0)
})

test('a name only when the member chose so; what customers write never', async () => {
  savePreferences(hotel.db, agentId, { ...readPreferences(hotel.db, agentId), pushNames: true })
  turnOn()
  tell()
  await settled('done')
  expect(fake.received(device)[0]?.message.body).toBe('Amina Hassan')
  expect(JSON.stringify(fake.received(device))).not.toContain('4111')
})

test('every device of the member is told, nobody else’s', async () => {
  const [second, strangers] = [fake.subscribe(), fake.subscribe()]
  const other = addMember(hotel.db, 'agent', `Ali ${Math.random()}`)
  turnOn()
  turnOn(second)
  saveSubscription(hotel.db, other.id, { ...strangers, userAgent: null })
  tell()
  await vi.waitFor(() => expect(fake.received(second)).toHaveLength(1))
  await vi.waitFor(() => expect(fake.received(device)).toHaveLength(1))
  expect(fake.received(strangers)).toEqual([])
})

test('what was read, or has left the member’s reach, rings no more', async () => {
  turnOn()
  inTransaction(hotel.db, () => {
    tell()
    const { id } = sqliteOf(hotel.db).prepare('select max(id) as id from notifications').get() as {
      id: number
    }
    markNotificationRead(hotel.db, agentId, id)
  })
  await settled('done')
  inTransaction(hotel.db, () => {
    tell()
    const own = eq(conversations.id, conversationId)
    hotel.db.update(conversations).set({ assignedTo: null }).where(own).run()
  })
  await settled('done')
  expect(fake.tries(device)).toBe(0)
})

describe('a push service that misbehaves', () => {
  test.each([404, 410])('%i: the device is forgotten', async (status) => {
    turnOn()
    fake.fault(device, { status })
    tell()
    await settled('done')
    expect(listSubscriptions(hotel.db, agentId)).toEqual([])
  })

  test('429 waits as long as it was told, without losing a try', async () => {
    turnOn()
    fake.fault(device, { status: 429, retryAfter: '120' })
    const before = Date.now()
    tell()
    await vi.waitFor(() =>
      expect(lastJob()).toMatchObject({ state: 'queued', lastError: 'http_429' }),
    )
    expect(lastJob()!.runAt - before).toBeGreaterThanOrEqual(120_000)
    expect(lastJob()!.attempts).toBe(0)
  })

  test.each([
    ['500', { status: 500 } as const],
    ['a cut line', { silence: 'drop' } as const],
  ])('%s is tried again later', async (_name, fault) => {
    turnOn()
    fake.fault(device, fault)
    tell()
    await vi.waitFor(() => expect(lastJob()).toMatchObject({ state: 'queued', attempts: 1 }))
    await settled('done')
    expect(fake.received(device)).toHaveLength(1)
  })

  test('a refusal is not repeated, counts against the device, and bothers nobody', async () => {
    turnOn()
    fake.fault(device, { status: 403 })
    tell()
    await settled('done')
    expect(fake.tries(device)).toBe(1)
    expect(listSubscriptions(hotel.db, agentId)).toMatchObject([{ failures: 1 }])
  })

  test('an address that is no push service is never asked, even if it got into the file', async () => {
    const trap = await startPushFake()
    turnOn({ ...device, endpoint: `${trap.url}/push/1` })
    tell()
    await settled('done')
    expect(trap.refusals).toEqual([])
    expect(listSubscriptions(hotel.db, agentId)).toEqual([])
    await trap.close()
  })
})
