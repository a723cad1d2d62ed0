import { afterAll, beforeAll, expect, test } from 'vitest'
import { CUSTOMER, drained, messagesOf, rows, startWhatsAppBench } from '#tests/whatsapp.ts'
import type { MessageFacts, WhatsAppBench } from '#tests/whatsapp.ts'
import type { InboundMessage } from '#tests/fakes/whatsapp/inbound-schema.ts'

let bench: WhatsAppBench
let second = Math.floor(Date.now() / 1000) - 3600

beforeAll(async () => {
  bench = await startWhatsAppBench()
})
afterAll(() => bench.close())

async function deliver(message: InboundMessage): Promise<string> {
  second += 1
  const { hotel, fake } = bench
  const given = { from: CUSTOMER, timestamp: second, ...message } as InboundMessage
  const result = await fake.deliverInbound(hotel.phoneNumberId, given)
  expect(result.status).toBe(200)
  await drained(hotel)
  return result.ids[0] ?? ''
}

function find(providerId: string): MessageFacts | undefined {
  return messagesOf(bench.hotel).find((one) => one.provider_id === providerId)
}

test('a reaction comes, changes and goes, and is no message', async () => {
  const id = await deliver({ type: 'text', text: 'react to me' })
  const before = messagesOf(bench.hotel).length
  const reactions = () =>
    rows(
      bench.hotel,
      `select emoji from message_reactions where message_id = (select id from messages where provider_id = ?)`,
      id,
    )
  await deliver({ type: 'reaction', reaction: { message_id: id, emoji: '👍' } })
  expect(reactions()).toEqual([{ emoji: '👍' }])
  await deliver({ type: 'reaction', reaction: { message_id: id, emoji: '❤️' } })
  expect(reactions()).toEqual([{ emoji: '❤️' }])
  await deliver({ type: 'reaction', reaction: { message_id: id } })
  expect(reactions()).toEqual([])
  expect(messagesOf(bench.hotel)).toHaveLength(before)
})

test('an edit replaces the words and keeps the earlier ones', async () => {
  const id = await deliver({ type: 'text', text: 'two rooms' })
  const message = { type: 'text', text: { body: 'three rooms' } }
  await deliver({ type: 'edit', edit: { original_message_id: id, message } })
  expect(find(id)).toMatchObject({ text: 'three rooms' })
  expect(find(id)?.edited_at).toBe(second * 1000)
  expect(rows(bench.hotel, 'select previous_text as text from message_edits')).toEqual([
    { text: 'two rooms' },
  ])
})

test('a revoke empties the message and its history', async () => {
  const id = await deliver({ type: 'text', text: 'a secret' })
  const message = { type: 'text', text: { body: 'another secret' } }
  await deliver({ type: 'edit', edit: { original_message_id: id, message } })
  await deliver({ type: 'revoke', revoke: { original_message_id: id } })
  expect(find(id)).toMatchObject({ text: null, payload_json: '{}', deleted_at: second * 1000 })
  const left = rows(bench.hotel, `select 1 from message_edits where previous_text like '%secret%'`)
  expect(left).toEqual([])
})

test('another customer’s message is out of reach, whoever knows its id', async () => {
  const id = await deliver({ type: 'text', text: 'only mine' })
  const stranger = '254799888777'
  await deliver({ type: 'text', text: 'hello', from: stranger })
  const message = { type: 'text', text: { body: 'not mine' } }
  await deliver({ type: 'edit', from: stranger, edit: { original_message_id: id, message } })
  await deliver({ type: 'revoke', from: stranger, revoke: { original_message_id: id } })
  await deliver({ type: 'reaction', from: stranger, reaction: { message_id: id, emoji: '💀' } })
  expect(find(id)).toMatchObject({ text: 'only mine', deleted_at: null })
  expect(rows(bench.hotel, `select emoji from message_reactions where emoji = '💀'`)).toEqual([])
})

test('words and names are cleaned, and no time lies ahead', async () => {
  const ahead = Math.floor(Date.now() / 1000) + 10 * 24 * 3600
  const id = await deliver({ type: 'text', text: 'a\u0000b', timestamp: ahead })
  expect(find(id)).toMatchObject({ text: 'ab' })
  const kept = rows<{ at: number }>(
    bench.hotel,
    'select provider_at as at from messages where provider_id = ?',
    id,
  )
  expect(kept[0]?.at).toBeLessThan(Date.now() + 60_000)
})

test('a quote finds its message, also when that comes later', async () => {
  const first = await deliver({ type: 'text', text: 'quoted' })
  const quote = await deliver({ type: 'text', text: 'about that', context: { id: first } })
  expect(find(quote)?.reply_to_id).toBe(find(first)?.id)
  const early = await deliver({ type: 'text', text: 'early', context: { id: 'wamid.later' } })
  expect(find(early)?.reply_to_id).toBeNull()
  await deliver({ type: 'text', text: 'late', id: 'wamid.later' })
  expect(find(early)?.reply_to_id).toBe(find('wamid.later')?.id)
})

test('the provider’s time orders the thread, whatever comes first', async () => {
  const at = Math.floor(Date.now() / 1000) - 1000
  const from = '254700000001'
  for (const [text, offset] of [
    ['third', 3],
    ['first', 1],
    ['second', 2],
  ] as const) {
    await deliver({ type: 'text', text, from, timestamp: at + offset })
  }
  const thread = rows<{ text: string }>(
    bench.hotel,
    `select text from messages where conversation_id = (select conversation_id from messages where text = 'first')
     order by sort_at, id`,
  )
  expect(thread.map((one) => one.text)).toEqual(['first', 'second', 'third'])
  const [head] = rows(
    bench.hotel,
    `select m.text from conversations c join messages m on m.id = c.last_message_id
    where c.id = (select conversation_id from messages where text = 'first')`,
  )
  expect(head).toEqual({ text: 'third' })
})

test('one bad item of a batch does not lose the others', async () => {
  const { hotel, fake } = bench
  const result = await fake.deliverBatch(
    hotel.phoneNumberId,
    [
      { type: 'text', from: CUSTOMER, text: 'batch one', id: 'wamid.b1' },
      {
        type: 'location',
        from: CUSTOMER,
        location: { latitude: 999, longitude: 1 },
        id: 'wamid.b2',
      },
      { type: 'text', from: CUSTOMER, text: 'batch three', id: 'wamid.b3' },
    ],
    'entries',
  )
  expect(result.status).toBe(200)
  await drained(hotel)
  expect(find('wamid.b1')?.text).toBe('batch one')
  expect(find('wamid.b2')?.type).toBe('unsupported')
  expect(find('wamid.b3')?.text).toBe('batch three')
})

test('other fields are taken and left alone', async () => {
  const { hotel, fake } = bench
  const before = messagesOf(hotel).length
  for (const field of ['account_update', 'history', 'smb_app_state_sync', 'calls', 'brand_new']) {
    const delivery = await fake.deliverField(hotel.phoneNumberId, field, { anything: [1] })
    expect(delivery.attempts.at(-1)?.status).toBe(200)
  }
  await fake.deliverField(hotel.phoneNumberId, 'messages', { errors: [{ code: 130429 }] })
  await drained(hotel)
  expect(messagesOf(hotel)).toHaveLength(before)
})

test('an echo from the phone pauses the AI and opens no window', async () => {
  const { hotel, fake } = bench
  const to = '254733000111'
  const at = Math.floor(Date.now() / 1000)
  await fake.deliverEcho(hotel.phoneNumberId, {
    ...{ to, type: 'text', text: { body: 'From my phone' }, id: 'wamid.echo', timestamp: at },
  })
  await drained(hotel)
  expect(find('wamid.echo')).toMatchObject({ direction: 'outbound', author_kind: 'phone' })
  const [conversation] = rows(
    hotel,
    `select ai_state as aiState, last_inbound_provider_at as heardAt from conversations
     where id = ?`,
    find('wamid.echo')?.conversation_id,
  )
  expect(conversation).toEqual({ aiState: 'paused', heardAt: null })
  const kinds = rows<{ kind: string }>(
    hotel,
    'select kind from conversation_events where conversation_id = ?',
    find('wamid.echo')?.conversation_id,
  )
  expect(kinds.map((one) => one.kind)).toContain('taken_over')
})

test('a changed number keeps the person and the thread', async () => {
  const from = '254722000001'
  const first = await deliver({ type: 'text', text: 'old number', from, name: 'Juma' })
  const system = { type: 'user_changed_number', body: 'Juma changed number', wa_id: '254722000002' }
  const notice = await deliver({ type: 'system', system, from })
  expect(find(notice)).toMatchObject({ type: 'system', author_kind: 'system', text: system.body })
  const later = await deliver({ type: 'text', text: 'new number', from: '254722000002' })
  expect(find(later)?.conversation_id).toBe(find(first)?.conversation_id)
  const stranger = await deliver({ type: 'text', text: 'I got the old number', from })
  expect(find(stranger)?.conversation_id).not.toBe(find(first)?.conversation_id)
})

test('a customer who hides the number, and merges when both ids come', async () => {
  const userId = 'KE.13491208655302741918'
  const hidden = { from: undefined, userId, name: 'Zawadi', username: 'zawadi.k' }
  const first = await deliver({ type: 'text', text: 'hidden', ...hidden })
  const open = await deliver({ type: 'text', text: 'by phone', from: '254744000001' })
  expect(find(first)?.conversation_id).not.toBe(find(open)?.conversation_id)
  const both = await deliver({ type: 'text', text: 'both', from: '254744000001', userId })
  expect(find(both)?.conversation_id).toBe(find(first)?.conversation_id)
  expect(find(open)?.conversation_id).toBe(find(first)?.conversation_id)
  const people = rows(
    bench.hotel,
    `select distinct contact_id from contact_identities where external_id in (?, ?, ?)`,
    ...[userId, '254744000001', 'zawadi.k'],
  )
  expect(people).toHaveLength(1)
})

test('a new user id announced by a notice belongs to the same person', async () => {
  const first = await deliver({ type: 'text', text: 'one', from: undefined, userId: 'KE.OLD' })
  const system = { type: 'user_changed_user_id', user_id: 'KE.NEW', previous_user_id: 'KE.OLD' }
  await deliver({ type: 'system', system, from: undefined, userId: 'KE.OLD' })
  const next = await deliver({ type: 'text', text: 'two', from: undefined, userId: 'KE.NEW' })
  expect(find(next)?.conversation_id).toBe(find(first)?.conversation_id)
})

test('the same customer and the same message ids in two companies stay apart', async () => {
  const { hotel, school, fake } = bench
  const id = 'wamid.shared'
  for (const [endpoint, text] of [
    [hotel, 'for the hotel'],
    [school, 'for the school'],
  ] as const) {
    await fake.deliverInbound(endpoint.phoneNumberId, { type: 'text', from: CUSTOMER, text, id })
    await drained(endpoint)
  }
  const inHotel = messagesOf(hotel).filter((one) => one.provider_id === id)
  const inSchool = messagesOf(school).filter((one) => one.provider_id === id)
  expect(inHotel.map((one) => one.text)).toEqual(['for the hotel'])
  expect(inSchool.map((one) => one.text)).toEqual(['for the school'])
  expect(messagesOf(school)).toHaveLength(1)
})

test('nothing a customer said is in the log', () => {
  const log = bench.server.logLines.join('\n')
  for (const word of ['Habari', 'a secret', 'Asha', CUSTOMER]) expect(log).not.toContain(word)
})
