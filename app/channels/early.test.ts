import { afterEach, beforeEach, expect, test } from 'vitest'
import { CUSTOMER, drained, messagesOf, rows, startWhatsAppBench, until } from '#tests/whatsapp.ts'
import type { WhatsAppBench } from '#tests/whatsapp.ts'
import { hotelOf } from '#tests/whatsapp-hotel.ts'

let bench: WhatsAppBench

beforeEach(async () => {
  bench = await startWhatsAppBench()
})
afterEach(() => bench.close())

test('an edit and a reaction that overtake their message wait for it', async () => {
  const { fake, hotel } = bench
  const at = Math.floor(Date.now() / 1000)
  const say = (message: object, seconds: number) =>
    fake.deliverInbound(hotel.phoneNumberId, {
      ...{ from: CUSTOMER, timestamp: at + seconds, ...message },
    } as never)
  const edited = { type: 'text', text: { body: 'right words' } }
  await say({ type: 'edit', edit: { original_message_id: 'wamid.m', message: edited } }, 1)
  await say({ type: 'reaction', reaction: { message_id: 'wamid.m', emoji: '👍' } }, 2)
  await until(
    () => rows(hotel, `select id from jobs where state = 'queued' and kind = 'inbound.process'`),
    (waiting) => waiting.length === 2,
  )
  expect(messagesOf(hotel)).toEqual([])
  await say({ type: 'text', text: 'wrong words', id: 'wamid.m' }, 0)
  hotelOf(bench).skipWaiting('inbound.process')
  await drained(hotel)
  expect(messagesOf(hotel)).toMatchObject([{ text: 'right words' }])
  expect(rows(hotel, 'select emoji from message_reactions')).toEqual([{ emoji: '👍' }])
})

test('a customer cannot edit or take back what we said', async () => {
  const { fake, hotel } = bench
  const { customerWrites, queue, becomes, find } = hotelOf(bench)
  const id = queue(await customerWrites(), 'The price is 100')
  await becomes(id, 'sent')
  const providerId = find(id)?.provider_id ?? ''
  const message = { type: 'text', text: { body: 'The price is 1' } }
  await fake.deliverInbound(hotel.phoneNumberId, {
    ...{ type: 'edit', from: CUSTOMER, edit: { original_message_id: providerId, message } },
  })
  await fake.deliverInbound(hotel.phoneNumberId, {
    ...{ type: 'revoke', from: CUSTOMER, revoke: { original_message_id: providerId } },
  })
  await drained(hotel)
  expect(find(id)).toMatchObject({ text: 'The price is 100', deleted_at: null })
})

test('a message whose follow-up fails is shown all the same, and followed up later', async () => {
  const { fake, hotel, server } = bench
  const { deps } = server.services.channels
  const followUp = deps.afterReceive
  let calls = 0
  deps.afterReceive = () => {
    calls += 1
    if (calls <= 2) throw new Error('broken follow-up')
  }
  await fake.deliverInbound(hotel.phoneNumberId, { type: 'text', from: CUSTOMER, text: 'hi' })
  await until(
    () => messagesOf(hotel),
    (messages) => messages.length === 1,
  )
  await until(
    () => rows(hotel, `select id from jobs where state = 'queued' and kind = 'inbound.process'`),
    (waiting) => waiting.length === 1,
  )
  hotelOf(bench).skipWaiting('inbound.process')
  await until(
    () => calls,
    (seen) => seen >= 3,
  )
  deps.afterReceive = followUp
  await drained(hotel)
  expect(messagesOf(hotel)).toHaveLength(1)
})
