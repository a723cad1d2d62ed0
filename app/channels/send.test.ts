import { afterEach, beforeEach, expect, test } from 'vitest'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { putFile } from '#app/domain/files/store.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { CUSTOMER, PIXEL, messagesOf, rows, startWhatsAppBench } from '#tests/whatsapp.ts'
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

test('a reply goes out once, with our id, and quotes the vendor’s id', async () => {
  const conversationId = await hotel.customerWrites()
  const quoted = messagesOf(bench.hotel)[0]
  const id = hotel.queue(conversationId, 'Karibu!', { replyToId: quoted?.id })
  await hotel.becomes(id, 'sent')
  expect(hotel.sent()).toMatchObject([
    {
      ...{ to: CUSTOMER, type: 'text', callbackData: String(id) },
      body: { text: { body: 'Karibu!' }, context: { message_id: quoted?.provider_id } },
    },
  ])
  expect(hotel.find(id)?.provider_id).toBe(hotel.sent()[0]?.id)
  expect(hotel.attempts(id)).toEqual([{ number: 1, state: 'accepted' }])
})

test('messages of one conversation leave in the order they were written', async () => {
  const conversationId = await hotel.customerWrites()
  bench.fake.fail({ kind: 'latency', delayMs: 150, times: 1, match: { route: 'messages' } })
  const ids = ['one', 'two', 'three', 'four'].map((text) => hotel.queue(conversationId, text))
  await hotel.becomes(ids[3] as number, 'sent')
  const texts = hotel.sent().map((one) => (one.body['text'] as { body: string }).body)
  expect(texts).toEqual(['one', 'two', 'three', 'four'])
})

test('a customer without a phone number is written to by user id', async () => {
  const conversationId = await hotel.customerWrites('KE.13491208655302741918')
  await hotel.becomes(hotel.queue(conversationId, 'Habari'), 'sent')
  expect(hotel.sent()[0]?.body).toMatchObject({ recipient: 'KE.13491208655302741918' })
  expect(hotel.sent()[0]?.body).not.toHaveProperty('to')
})

test('a file is uploaded and sent with its caption', async () => {
  const conversationId = await hotel.customerWrites()
  const db = bench.hotel.company.db
  const put = await putFile(db, {
    name: 'a.png',
    bytes: PIXEL,
    purpose: 'message',
  })
  if (!put.ok) throw new Error(put.reason)
  await hotel.becomes(hotel.queue(conversationId, 'our pool', { fileIds: [put.fileId] }), 'sent')
  expect(hotel.sent()[0]).toMatchObject({ type: 'image', body: { image: { caption: 'our pool' } } })
})

test('a member’s and a program’s message pause the AI, the AI’s own does not', async () => {
  const state = (id: number) =>
    rows(bench.hotel, 'select ai_state from conversations where id = ?', id)[0]?.['ai_state']
  const say = (conversationId: number, author: object) =>
    queueMessage(bench.hotel.company.db, { conversationId, author: author as never, text: 'x' })
  const [a, b] = [
    await hotel.customerWrites('254700000001'),
    await hotel.customerWrites('254700000002'),
  ]
  say(a, { kind: 'ai', answerId: null })
  expect(state(a)).toBe('on')
  say(a, { kind: 'member', memberId: 1 })
  say(b, { kind: 'api' })
  expect([state(a), state(b)]).toEqual(['paused', 'paused'])
})

test('an AI answer that waited is dropped when a person took over', async () => {
  const conversationId = await hotel.customerWrites()
  sqliteOf(bench.hotel.company.db).exec(`update endpoints set status = 'needs_reconnect'`)
  const author = { kind: 'ai', answerId: null } as const
  const db = bench.hotel.company.db
  const answer = queueMessage(db, { conversationId, author, text: 'from the AI' })
  if (!answer.ok) throw new Error(answer.reason)
  await new Promise((resolve) => setTimeout(resolve, 5))
  const own = hotel.queue(conversationId, 'from me')
  bench.server.services.endpoints.setEnabled(db, bench.hotel.id, true)
  await hotel.becomes(own, 'sent')
  expect(hotel.find(answer.messageId)).toMatchObject({
    status: 'failed',
    failure_code: 'superseded',
  })
  expect(hotel.sent()).toHaveLength(1)
})

test('a repeated key returns the first message', async () => {
  const conversationId = await hotel.customerWrites()
  const input = { conversationId, author: { kind: 'api' }, text: 'x', idempotencyKey: 'k' } as const
  const first = queueMessage(bench.hotel.company.db, input)
  const second = queueMessage(bench.hotel.company.db, input)
  expect(first).toMatchObject({ ok: true, isNew: true })
  expect(second).toEqual({ ...first, isNew: false })
})

test('what may not be queued is refused with its reason', async () => {
  const db = bench.hotel.company.db
  const conversationId = await hotel.customerWrites()
  const author = { kind: 'member', memberId: 1 } as const
  const reason = (input: object) => {
    const result = queueMessage(db, { conversationId, author, ...input })
    return result.ok ? 'queued' : result.reason
  }
  const run = (sql: string) => sqliteOf(db).exec(sql)
  expect(reason({ text: '  ' })).toBe('empty_message')
  expect(reason({ text: 'x'.repeat(4097) })).toBe('message_too_long')
  expect(reason({ text: 'x', conversationId: 99 })).toBe('not_found')
  expect(reason({ text: 'x', replyToId: 99 })).toBe('not_found')
  expect(reason({ text: 'x', fileIds: [99] })).toBe('not_found')
  run('update contacts set blocked_at = 1')
  expect(reason({ text: 'x' })).toBe('contact_blocked')
  run('update contacts set blocked_at = null; update company set owner_verified_at = null')
  expect(reason({ text: 'x' })).toBe('owner_not_verified')
  run(`update company set owner_verified_at = 1; update endpoints set status = 'disabled'`)
  expect(reason({ text: 'x' })).toBe('endpoint_disabled')
  run(`update endpoints set status = 'active'; update conversations set status = 'closed'`)
  expect(reason({ text: 'x' })).toBe('conversation_closed')
})
