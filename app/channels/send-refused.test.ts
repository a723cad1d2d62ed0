import { afterEach, beforeEach, expect, test } from 'vitest'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { CUSTOMER, rows, startWhatsAppBench, until } from '#tests/whatsapp.ts'
import type { WhatsAppBench } from '#tests/whatsapp.ts'
import { hotelOf } from '#tests/whatsapp-hotel.ts'
import type { Hotel } from '#tests/whatsapp-hotel.ts'

let bench: WhatsAppBench
let hotel: Hotel

beforeEach(async () => {
  bench = await startWhatsAppBench()
  hotel = hotelOf(bench)
})
afterEach(() => bench.close())

const HOUR = 3_600_000

test('a rate limit waits and costs no attempt', async () => {
  const conversationId = await hotel.customerWrites()
  bench.fake.fail({ kind: 'error', code: 130429, times: 2, retryAfterSeconds: 1 })
  const id = hotel.queue(conversationId, 'Karibu')
  await until(
    () =>
      rows<{ run_at: number }>(
        bench.hotel,
        `select run_at, last_error from jobs where kind = 'message.send'`,
      )[0],
    (job) => (job as { last_error?: string } | undefined)?.last_error === '130429',
  )
  expect(hotel.find(id)?.status).toBe('queued')
  await hotel.becomes(id, 'sent')
  expect(hotel.attempts(id)).toEqual([{ number: 1, state: 'accepted' }])
})

test('a passing problem is tried again, and given up in the end', async () => {
  const conversationId = await hotel.customerWrites()
  bench.fake.fail({ kind: 'error', code: 131000, match: { route: 'messages' } })
  const id = hotel.queue(conversationId, 'Karibu')
  for (let count = 1; count < 5; count += 1) {
    await until(
      () => hotel.attempts(id).length,
      (made) => made === count,
    )
    await hotel.becomes(id, 'queued')
    await until(
      () =>
        rows(bench.hotel, `select id from jobs where kind = 'message.send' and state = 'queued'`),
      (waiting) => waiting.length === 1,
    )
    hotel.skipWaiting('message.send')
  }
  await hotel.becomes(id, 'failed')
  expect(hotel.attempts(id)).toHaveLength(5)
  expect(hotel.find(id)?.failure_code).toBe('131000')
})

test('a dead token flags the endpoint, holds the outbox, and a new one releases it', async () => {
  const { fake, server } = bench
  const { company, id } = bench.hotel
  const conversationId = await hotel.customerWrites()
  fake.addNumber({ ...numberOf(), accessToken: 'token-fresh' })
  const ids = [hotel.queue(conversationId, 'one'), hotel.queue(conversationId, 'two')]
  const status = () => rows(bench.hotel, 'select status from endpoints')[0]?.['status']
  await until(status, (seen) => seen === 'needs_reconnect')
  await until(
    () => ids.map((id) => hotel.find(id)?.status),
    (seen) => seen.every((one) => one === 'queued'),
  )
  expect(hotel.sent()).toHaveLength(0)
  const changed = server.services.endpoints.update(company.db, id, {
    settings: { accessToken: 'token-fresh', appSecret: '' },
  })
  expect(changed).toMatchObject({ ok: true, endpoint: { status: 'active' } })
  await hotel.becomes(ids[1] as number, 'sent')
  const texts = hotel.sent().map((one) => (one.body['text'] as { body: string }).body)
  expect(texts).toEqual(['one', 'two'])
  expect(await hotel.customerWrites('254700000009', 'the secret still fits')).toBeGreaterThan(0)
})

test('outside the window free text is refused, an approved template goes', async () => {
  const { fake } = bench
  const db = bench.hotel.company.db
  const conversationId = await hotel.customerWrites()
  await until(
    () => rows(bench.hotel, 'select id from message_templates'),
    (templates) => templates.length > 0,
  )
  const late = Date.now() + 25 * HOUR
  const author = { kind: 'member', memberId: 1 } as const
  const free = queueMessage(db, { conversationId, author, text: 'late', now: late })
  expect(free).toEqual({ ok: false, reason: 'outside_reply_window' })
  fake.closeWindow(bench.hotel.phoneNumberId, CUSTOMER)
  const use = (template: object) =>
    queueMessage(db, { conversationId, author, template: template as never, now: late })
  const order = { name: 'order_update', language: 'sw', variables: ['Asha', 'A-1042'] }
  expect(use({ ...order, variables: ['Asha'] })).toMatchObject({ reason: 'template_variables' })
  expect(use({ ...order, name: 'season_offer', language: 'en' })).toMatchObject({
    reason: 'template_not_approved',
  })
  const result = use(order)
  if (!result.ok) throw new Error(result.reason)
  await hotel.becomes(result.messageId, 'sent')
  expect(hotel.find(result.messageId)?.text).toBe('Habari Asha, oda yako A-1042 iko tayari.')
  expect(hotel.sent()[0]).toMatchObject({
    type: 'template',
    body: { template: { name: 'order_update' } },
  })
})

function numberOf() {
  return {
    ...{ phoneNumberId: bench.hotel.phoneNumberId, displayPhoneNumber: '15550783881' },
    ...{ wabaId: '102290129350398', appSecret: 'secret-of-hotel' },
    webhookUrl: `http://hotel.localhost:${bench.server.port}${bench.hotel.path}`,
  }
}
