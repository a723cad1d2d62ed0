import { afterAll, beforeAll, expect, test } from 'vitest'
import { CUSTOMER, drained, messagesOf, rows, startWhatsAppBench, until } from '#tests/whatsapp.ts'
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

function payloadOf(providerId: string): Record<string, unknown> {
  return JSON.parse(find(providerId)?.payload_json ?? 'null') as Record<string, unknown>
}

test('text with a name: contact, conversation and message appear', async () => {
  const id = await deliver({ type: 'text', text: 'Habari, bei gani? é😀', name: 'Asha' })
  expect(find(id)).toMatchObject({
    ...{ direction: 'inbound', author_kind: 'contact', type: 'text', status: 'received' },
    text: 'Habari, bei gani? é😀',
  })
  expect(rows(bench.hotel, 'select name, phone from contacts')).toEqual([
    { name: 'Asha', phone: '+254712345678' },
  ])
  expect(rows(bench.hotel, 'select status, ai_state from conversations')).toEqual([
    { status: 'new', ai_state: 'on' },
  ])
})

test.each(['image', 'video', 'audio', 'document', 'sticker'] as const)(
  '%s: caption as text, file fetched and kept',
  async (type) => {
    const id = await deliver({ type, caption: 'see this', voice: type === 'audio' })
    expect(find(id)?.type).toBe(type)
    if (type !== 'audio' && type !== 'sticker') expect(find(id)?.text).toBe('see this')
    const media = await until(
      () =>
        rows(
          bench.hotel,
          `select mm.kind, mm.state, mm.is_voice as isVoice, f.byte_size as size from message_media mm
           join messages m on m.id = mm.message_id left join files f on f.id = mm.file_id
           where m.provider_id = ?`,
          id,
        ),
      ([row]) => row?.['state'] !== 'pending',
    )
    expect(media).toMatchObject([
      { kind: type, state: 'stored', isVoice: type === 'audio' ? 1 : 0 },
    ])
    expect(media[0]?.['size']).toBeGreaterThan(0)
  },
)

test('location, numbers as numbers or as text', async () => {
  for (const latitude of [-1.2921, '-1.2921']) {
    const location = { latitude, longitude: 36.8219, name: 'Nairobi', address: 'Kenya' }
    const id = await deliver({ type: 'location', location })
    expect(find(id)).toMatchObject({ type: 'location', text: 'Nairobi, Kenya' })
    expect(payloadOf(id)['location']).toMatchObject({ latitude: -1.2921, longitude: 36.8219 })
  }
})

test('several contact cards under one id', async () => {
  const card = (name: string) => ({ name: { formatted_name: name }, phones: [{ phone: '+1' }] })
  const id = await deliver({ type: 'contacts', contacts: [card('Ali'), card('Bo')] })
  expect(find(id)).toMatchObject({ type: 'contacts', text: 'Ali, Bo' })
  expect(payloadOf(id)['contacts']).toHaveLength(2)
})

test('what a customer pressed reads as its title', async () => {
  const button = await deliver({ type: 'button', button: { payload: 'yes', text: 'Yes please' } })
  expect(find(button)).toMatchObject({ type: 'interactive', text: 'Yes please' })
  const replies = [
    { type: 'button_reply', button_reply: { id: 'b', title: 'Book' } },
    { type: 'list_reply', list_reply: { id: 'l', title: 'Delivery', description: '1-2 days' } },
    { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"a":1}' } },
    { type: 'call_permission_reply', call_permission_reply: { response: 'accept' } },
  ]
  const texts: (string | null | undefined)[] = []
  for (const interactive of replies) {
    texts.push(find(await deliver({ type: 'interactive', interactive }))?.text)
  }
  expect(texts).toEqual(['Book', 'Delivery', 'Sent', 'accept'])
})

test('an order keeps prices in minor units', async () => {
  const item = { product_retailer_id: 'SKU-1', quantity: 2, item_price: 15.5, currency: 'MYR' }
  const yen = { ...item, item_price: 1500, currency: 'JPY' }
  const id = await deliver({
    type: 'order',
    order: { catalog_id: 'c', product_items: [item, yen] },
  })
  expect(payloadOf(id)['order']).toMatchObject({
    items: [
      { sku: 'SKU-1', quantity: 2, priceMinor: 1550, currency: 'MYR' },
      { priceMinor: 1500, currency: 'JPY' },
    ],
  })
})

test('unsupported and unknown types show as placeholders with the vendor’s reason', async () => {
  const id = await deliver({ type: 'unsupported' })
  expect(find(id)).toMatchObject({ type: 'unsupported', text: null })
  expect(payloadOf(id)['errors']).toMatchObject([{ code: 131051 }])
  const other = await deliver({ type: 'other', typeName: 'poll', content: { question: 'x' } })
  expect(find(other)?.type).toBe('unsupported')
  expect(payloadOf(other)['vendorType']).toBe('poll')
})

test('a caption survives an error beside its file', async () => {
  const errors = [{ code: 131052, title: 'Media download error' }]
  const id = await deliver({ type: 'image', caption: 'kept', errors })
  expect(find(id)).toMatchObject({ type: 'image', text: 'kept' })
})

test('ephemeral, request_welcome and group messages create nothing', async () => {
  const before = messagesOf(bench.hotel).length
  await deliver({ type: 'ephemeral' })
  await deliver({ type: 'request_welcome' })
  await deliver({ type: 'text', text: 'to all', groupId: 'g1' })
  expect(messagesOf(bench.hotel)).toHaveLength(before)
})

test('the advertisement a customer came from is kept', async () => {
  const referral = {
    source_url: 'https://fb.me/x',
    source_id: '1',
    source_type: 'ad',
    headline: 'Sale',
  }
  const id = await deliver({ type: 'text', text: 'hi', referral })
  expect(payloadOf(id)['referral']).toMatchObject({ sourceId: '1', headline: 'Sale' })
})
