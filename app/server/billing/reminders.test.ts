import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  findReminderChannel,
  saveReminderChannel,
} from '#app/platform/billing/reminders/channel.server.ts'
import {
  addBillingContact,
  removeBillingContact,
} from '#app/platform/billing/reminders/contacts.server.ts'
import { listBillingMessages } from '#app/platform/billing/reminders/messages.server.ts'
import { noteUsage } from '#app/platform/billing/usage.server.ts'
import { startTrial } from '#app/platform/billing/subscriptions.server.ts'
import { createTestPlatform } from '#app/platform/billing/test-platform.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { createPlatformVault } from '#app/platform/vault.server.ts'
import { startWhatsAppFake } from '#tests/fakes/whatsapp/start.ts'
import { readEnv } from '../env.server.ts'
import type { Env } from '../env.server.ts'
import { dismissWarning, readShellNotice } from './shell-notice.server.ts'
import { listRecipients, tell } from './tell.server.ts'
import { sendWhatsAppNotice } from './whatsapp-notice.server.ts'

const T = 'company-1'
const AT = Date.now()
const NUMBER = '106540352242922'
const vault = createPlatformVault(Buffer.alloc(32, 7))
const actor = { id: 1, name: 'Zawadi', role: 'owner' } as const
const owner = { id: 5, name: 'Wanjiru', email: 'owner@hotel.test', language: 'en' as const }
const asha = {
  ...{ name: 'Asha', email: 'asha@hotel.test', phone: '+254712345611', language: 'en' as const },
}
const job = { attempt: 1, isLastAttempt: true, complete: () => undefined }
const overdue = { tenantId: T, kind: 'overdue' as const, at: AT }
let platform: PlatformDb
let graph: Awaited<ReturnType<typeof startWhatsAppFake>>
let env: Env

beforeAll(async () => {
  graph = await startWhatsAppFake({
    appSecret: 'secret-1',
    numbers: [
      {
        ...{ phoneNumberId: NUMBER, wabaId: '206512345', displayPhoneNumber: '+254700000001' },
        ...{ accessToken: 'token-1', appSecret: 'secret-1', verifyToken: 'verify-1' },
        webhookUrl: 'http://127.0.0.1:1/none',
      },
    ],
  })
  env = { ...readEnv({}), WHATSAPP_GRAPH_URL: graph.url }
})
afterAll(() => graph.close())

beforeEach(() => {
  platform = createTestPlatform(T)
  const trial = { tenantId: T, planId: 'starter', currency: 'KES', timeZone: 'Africa/Nairobi' }
  startTrial(platform, { ...trial, at: AT })
})

function connect(template: string): void {
  const channel = { phoneNumberId: NUMBER, template, language: 'en' }
  saveReminderChannel(platform, { actor, vault }, { ...channel, accessToken: 'token-1', at: AT })
}

/** Writes to everybody who is to hear of it, and sends what goes by WhatsApp. */
async function remind() {
  for (const person of listRecipients(platform, overdue, [owner]))
    tell(platform, overdue, {
      ...{ person, link: 'http://hotel.localhost/settings/billing', invoiceId: null },
      values: {
        kind: 'overdue',
        company: 'Hotel',
        name: person.name,
        amount: 'KES 10',
        day: '1 May',
      },
    })
  for (const { id, channel } of listBillingMessages(platform, { tenantId: T }))
    if (channel === 'whatsapp')
      await sendWhatsAppNotice(platform, { messageId: id }, job, { env, vault })
  return listBillingMessages(platform, { tenantId: T })
}

test('owners hear by mail; whoever is named hears instead, by WhatsApp too where it is connected', async () => {
  expect(await remind()).toMatchObject([{ channel: 'email', recipient: owner.email }])
  addBillingContact(platform, T, { contact: asha, at: AT })
  expect(addBillingContact(platform, T, { contact: asha, at: AT })).toMatchObject({ ok: false })
  expect(listRecipients(platform, overdue, [owner])).toMatchObject([{ email: asha.email }])
  const usage = { tenantId: T, kind: 'usage_near' as const }
  expect(listRecipients(platform, usage, [owner])).toMatchObject([{ email: owner.email }])
  expect((await remind()).filter(({ channel }) => channel === 'whatsapp')).toEqual([])
  connect('order_update')
  const messages = await remind()
  expect(messages[0]).toMatchObject({
    ...{ channel: 'whatsapp', recipient: asha.phone, status: 'failed', reason: 'refused_132000' },
  })
  expect(removeBillingContact(platform, 'company-2', 1)).toBe(false)
})

test('a template that fits is sent once; the token is sealed', async () => {
  addBillingContact(platform, T, { contact: asha, at: AT })
  graph.templates('206512345').find(({ name }) => name === 'order_update')!.components = [
    { type: 'BODY', text: 'Hello {{1}}. {{2}}: {{3}}' },
  ]
  connect('order_update')
  const sealed = platformSqliteOf(platform)
    .prepare<[], string>('select access_token from reminder_channel')
    .pluck()
    .get()
  expect(sealed).not.toContain('token-1')
  expect(findReminderChannel(platform)).not.toHaveProperty('accessToken')
  expect((await remind())[0]).toMatchObject({ channel: 'whatsapp', status: 'sent', reason: null })
  await remind()
  expect(graph.sent(NUMBER, {})).toHaveLength(1)
})

test('the warning of a limit is put away by one member until the next threshold', () => {
  const usage = { members: 0, answers: 850, messages: 0, endpoints: 0, storageMb: 0, contacts: 0 }
  const count = (answers: number) =>
    noteUsage(platform, T, { since: AT, used: { ...usage, answers }, at: AT })
  const seen = (memberId: number) => readShellNotice(platform, { tenantId: T, memberId }, AT)
  count(850)
  expect(seen(1)).toEqual({ kind: 'near', what: ['answers'] })
  dismissWarning(platform, { tenantId: T, memberId: 1 }, AT)
  count(900)
  expect(seen(1)).toBeUndefined()
  expect(seen(2)).toMatchObject({ kind: 'near' })
  count(1000)
  expect(seen(1)).toEqual({ kind: 'full', what: ['answers'] })
})
