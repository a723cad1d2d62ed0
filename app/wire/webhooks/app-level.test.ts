import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveReminderChannel } from '#app/platform/billing/reminders/channel.server.ts'
import {
  addBillingMessage,
  findBillingMessage,
  noteBillingMessage,
} from '#app/platform/billing/reminders/messages.server.ts'
import { signMeta } from '#tests/fakes/whatsapp/sign.ts'
import {
  APP_SECRET,
  CUSTOMER,
  drained,
  messagesOf,
  rows,
  startWhatsAppBench,
} from '#tests/whatsapp.ts'
import type { WhatsAppBench } from '#tests/whatsapp.ts'

let bench: WhatsAppBench
const PATH = '/webhooks/whatsapp-cloud'

beforeAll(async () => {
  bench = await startWhatsAppBench({ secret: 'app' })
})
afterAll(() => bench.close())

function change(phoneNumberId: string, id: string) {
  const metadata = { display_phone_number: '1', phone_number_id: phoneNumberId }
  const text = { body: `words of ${id}` }
  const message = { from: CUSTOMER, id, timestamp: '1795000000', type: 'text', text }
  return {
    field: 'messages',
    value: { messaging_product: 'whatsapp', metadata, messages: [message] },
  }
}

function post(body: object, options: { secret?: string; host?: string; path?: string } = {}) {
  const { secret = APP_SECRET, host = 'app.localhost', path = PATH } = options
  const bytes = JSON.stringify(body)
  return bench.server.fetch({
    ...{ host, path, method: 'POST', body: bytes },
    headers: { 'x-hub-signature-256': signMeta(secret, bytes) },
  })
}

const bodyOf = (changes: object[]) => ({
  object: 'whatsapp_business_account',
  entry: [{ id: '1', changes }],
})
const rawOf = (endpoint: typeof bench.hotel) =>
  rows<{ raw: Buffer }>(endpoint, 'select raw from inbound_events').map((one) => String(one.raw))

test('the handshake uses the operator’s token', async () => {
  const ask = (token: string) =>
    bench.server.fetch({
      host: 'app.localhost',
      path: `${PATH}?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=42`,
    })
  expect(await ask('operator-token')).toMatchObject({ status: 200, body: '42' })
  expect((await ask('verify-hotel')).status).toBe(403)
})

test('a body about two companies is split: each stores only its own part', async () => {
  const { hotel, school } = bench
  const changes = [
    change(hotel.phoneNumberId, 'wamid.h'),
    change(school.phoneNumberId, 'wamid.s'),
    change('700000000000', 'wamid.nobody'),
  ]
  expect((await post(bodyOf(changes))).status).toBe(200)
  await Promise.all([drained(hotel), drained(school)])
  expect(messagesOf(hotel).map((one) => one.provider_id)).toEqual(['wamid.h'])
  expect(messagesOf(school).map((one) => one.provider_id)).toEqual(['wamid.s'])
  expect(rawOf(hotel).join()).not.toMatch(/wamid\.s|wamid\.nobody/)
  expect(rawOf(school).join()).not.toMatch(/wamid\.h|wamid\.nobody/)
})

test('wrong signature 401, not JSON 400, something else 404, other methods 405', async () => {
  const body = bodyOf([change(bench.hotel.phoneNumberId, 'wamid.forged')])
  expect((await post(body, { secret: 'wrong' })).status).toBe(401)
  expect((await post([])).status).toBe(400)
  expect((await post({ object: 'page' })).status).toBe(404)
  expect(
    (await bench.server.fetch({ host: 'app.localhost', path: PATH, method: 'PUT' })).status,
  ).toBe(405)
})

test('what became of the platform’s own reminders is noted; twice, late and forged change nothing', async () => {
  const { platform } = bench.server.runtime
  const actor = { id: 1, name: 'Zawadi', role: 'owner' } as const
  const phoneNumberId = '106540352249999'
  const channel = { phoneNumberId, template: 'reminder', language: 'en', accessToken: 'x', at: 1 }
  saveReminderChannel(platform, { actor, vault: bench.server.services.vault }, channel)
  const tenantId = bench.hotel.company.entry.id
  const add = (key: string) => {
    const about = { tenantId, kind: 'overdue', invoiceId: null, channel: 'whatsapp' } as const
    const to = { recipientName: 'Asha', recipient: '+254712345611', values: [] }
    const id = addBillingMessage(platform, { ...about, ...to, key, at: 1 })!
    noteBillingMessage(platform, { id }, { status: 'sent', vendorId: `wamid.${key}`, at: 1 })
    return id
  }
  const early = { tenantId, kind: 'overdue', invoiceId: null, channel: 'whatsapp' } as const
  const [arrives, fails] = [add('arrives'), add('fails')]
  const unanswered = addBillingMessage(platform, {
    ...{ ...early, recipientName: 'Asha', recipient: '+254712345611', key: 'early', at: 1 },
  })!
  const tell = (status: object, secret?: string) => {
    const metadata = { phone_number_id: phoneNumberId }
    const value = { messaging_product: 'whatsapp', metadata, statuses: [status, { odd: true }] }
    return post(bodyOf([{ field: 'messages', value }]), secret ? { secret } : {})
  }
  const of = (id: number) => findBillingMessage(platform, id)

  expect((await tell({ id: 'wamid.arrives', status: 'failed' }, 'wrong')).status).toBe(401)
  expect(of(arrives)).toMatchObject({ status: 'sent', deliveredAt: null })
  expect((await tell({ id: 'wamid.arrives', status: 'read' })).status).toBe(200)
  const { readAt } = of(arrives)!
  expect(readAt).toBeGreaterThan(1)
  await tell({ id: 'wamid.arrives', status: 'delivered' })
  await tell({ id: 'wamid.arrives', status: 'failed', errors: [{ code: 131026 }] })
  expect(of(arrives)).toMatchObject({ status: 'sent', reason: null, readAt })

  await tell({ id: 'wamid.fails', status: 'failed', errors: [{ code: 131026 }] })
  expect(of(fails)).toMatchObject({ status: 'failed', reason: 'refused_131026', deliveredAt: null })
  const data = { biz_opaque_callback_data: `reminder:${unanswered}` }
  await tell({ id: 'wamid.early', status: 'delivered', ...data })
  expect(of(unanswered)).toMatchObject({ status: 'sent' })
  expect((await tell({ id: 'wamid.nobody', status: 'delivered' })).status).toBe(200)
})

test('it answers on the app host only', async () => {
  const body = bodyOf([change(bench.hotel.phoneNumberId, 'wamid.elsewhere')])
  expect((await post(body, { host: 'hotel.localhost' })).status).toBe(404)
  expect(messagesOf(bench.hotel).some((one) => one.provider_id === 'wamid.elsewhere')).toBe(false)
})

test('an endpoint without a secret of its own also answers at its own address', async () => {
  const body = bodyOf([change(bench.hotel.phoneNumberId, 'wamid.direct')])
  expect((await post(body, { path: bench.hotel.path, host: 'any.test' })).status).toBe(200)
  await drained(bench.hotel)
  expect(messagesOf(bench.hotel).some((one) => one.provider_id === 'wamid.direct')).toBe(true)
})

test('an endpoint with its own secret is not reached here, whatever the operator signs', async () => {
  const { hotel, server } = bench
  const update = (appSecret: string) =>
    server.services.endpoints.update(hotel.company.db, hotel.id, { settings: { appSecret } })
  expect(update('now-my-own')).toMatchObject({ ok: true })
  const body = bodyOf([change(hotel.phoneNumberId, 'wamid.secret')])
  expect((await post(body)).status).toBe(200)
  expect((await post(body, { path: hotel.path })).status).toBe(401)
  expect((await post(body, { path: hotel.path, secret: 'now-my-own' })).status).toBe(200)
  await drained(hotel)
  expect(rawOf(hotel).filter((raw) => raw.includes('wamid.secret'))).toHaveLength(1)
})

test('a number is claimed once, and is free again when its endpoint is removed', () => {
  const { hotel, school, server } = bench
  const claim = () =>
    server.services.endpoints.add(school.company.db, {
      channel: 'whatsapp-cloud',
      settings: { phoneNumberId: hotel.phoneNumberId, accessToken: 'mine' },
    })
  expect(claim()).toEqual({ ok: false, reason: 'number_taken' })
  expect(rows(school, 'select id from endpoints')).toHaveLength(1)
  expect(server.services.endpoints.remove(hotel.company.db, hotel.id)).toBe(true)
  expect(claim()).toMatchObject({ ok: true })
})

test('settings that do not fit are refused with the field, and never echoed', () => {
  const result = bench.server.services.endpoints.add(bench.school.company.db, {
    channel: 'whatsapp-cloud',
    settings: { phoneNumberId: 'abc', accessToken: 'my-token', extra: 1 },
  })
  expect(result).toMatchObject({ ok: false, reason: 'invalid_settings' })
  expect(JSON.stringify(result)).toContain('phoneNumberId')
  expect(JSON.stringify(result)).not.toContain('my-token')
})

test('secrets are sealed in the file and shown nowhere', () => {
  const [row] = rows<Record<string, string>>(bench.school, 'select * from endpoints')
  expect(JSON.stringify(row)).not.toContain('token-school')
  expect(bench.server.logLines.join()).not.toContain('token-school')
})
