import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { json } from '../http/exchange.ts'
import { signMeta } from './sign.ts'
import type { InboundMessage } from './inbound-schema.ts'
import { CUSTOMER, PHONE_ID, SECRET, WABA_ID, startNumber } from './test-number.ts'

type Value = Record<string, unknown> & {
  metadata: unknown
  contacts?: Array<Record<string, unknown>>
  messages: Array<Record<string, unknown>>
}
type Envelope = {
  object: string
  entry: Array<{ id: string; changes: Array<{ field: string; value: Value }> }>
}

let world: Awaited<ReturnType<typeof startNumber>>
beforeEach(async () => {
  world = await startNumber()
})
afterEach(() => world.close())

const text = (body = 'hi'): InboundMessage => ({
  type: 'text',
  from: CUSTOMER,
  name: 'Ali',
  text: body,
})
const bodyAt = (index: number) => world.receiver.requests[index]?.body ?? Buffer.alloc(0)
const envelopeAt = (index: number) => JSON.parse(bodyAt(index).toString()) as Envelope
const valueAt = (index: number) => envelopeAt(index).entry[0]?.changes[0]?.value as Value

describe('a delivered message', () => {
  it('is signed over exact bytes that hold ASCII only', async () => {
    const { status } = await world.fake.deliverInbound(PHONE_ID, text('café 😀'))
    expect(status).toBe(200)
    const [request] = world.receiver.requests
    expect(request?.headers['x-hub-signature-256']).toBe(signMeta(SECRET, bodyAt(0)))
    expect(bodyAt(0).every((byte) => byte < 0x80)).toBe(true)
    expect(bodyAt(0).toString()).toContain(String.raw`caf\u00e9 \ud83d\ude00`)
  })

  it('has the vendor envelope', async () => {
    await world.fake.deliverInbound(PHONE_ID, { ...text(), timestamp: 1795000000, id: 'wamid.A' })
    expect(envelopeAt(0)).toMatchObject({
      object: 'whatsapp_business_account',
      entry: [{ id: WABA_ID }],
    })
    expect(valueAt(0)).toEqual({
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550783881', phone_number_id: PHONE_ID },
      contacts: [{ profile: { name: 'Ali' }, wa_id: CUSTOMER }],
      messages: [
        {
          from: CUSTOMER,
          id: 'wamid.A',
          timestamp: '1795000000',
          type: 'text',
          text: { body: 'hi' },
        },
      ],
    })
  })

  it('leaves the phone out for a customer who hides it', async () => {
    const userId = 'MY.13491208655302741918'
    await world.fake.deliverInbound(PHONE_ID, {
      type: 'text',
      userId,
      username: 'ali.shop',
      text: 'hi',
    })
    expect(valueAt(0).contacts?.[0]).toEqual({ profile: { username: 'ali.shop' }, user_id: userId })
    expect(valueAt(0).messages[0]).not.toHaveProperty('from')
  })

  it('is signed with the secret of the number when it has one', async () => {
    const number = {
      phoneNumberId: '20000001',
      displayPhoneNumber: '+254700000001',
      wabaId: '30000001',
    }
    const webhookUrl = `${world.receiver.url}/own`
    world.fake.addNumber({ ...number, accessToken: 't', appSecret: 'own-secret', webhookUrl })
    await world.fake.deliverInbound('20000001', text())
    const header = world.receiver.requests[0]?.headers['x-hub-signature-256']
    expect(header).toBe(signMeta('own-secret', bodyAt(0)))
  })

  it.each<[InboundMessage, unknown]>([
    [
      { type: 'image', from: CUSTOMER, caption: 'ada?' },
      { caption: 'ada?', mime_type: 'image/png' },
    ],
    [{ type: 'audio', from: CUSTOMER, voice: true }, { voice: true }],
    [{ type: 'document', from: CUSTOMER, filename: 'a.pdf' }, { filename: 'a.pdf' }],
    [
      { type: 'sticker', from: CUSTOMER },
      { mime_type: 'image/webp', animated: false },
    ],
    [
      { type: 'location', from: CUSTOMER, location: { latitude: -1.2, longitude: '36.8' } },
      { latitude: -1.2 },
    ],
    [{ type: 'contacts', from: CUSTOMER, contacts: [{ name: {} }] }, [{ name: {} }]],
    [{ type: 'button', from: CUSTOMER, button: { payload: 'p', text: 'Yes' } }, { payload: 'p' }],
    [
      { type: 'interactive', from: CUSTOMER, interactive: { type: 'list_reply' } },
      { type: 'list_reply' },
    ],
    [
      { type: 'reaction', from: CUSTOMER, reaction: { message_id: 'wamid.B' } },
      { message_id: 'wamid.B' },
    ],
    [{ type: 'order', from: CUSTOMER, order: { catalog_id: '8' } }, { catalog_id: '8' }],
    [
      { type: 'revoke', from: CUSTOMER, revoke: { original_message_id: 'm' } },
      { original_message_id: 'm' },
    ],
    [
      {
        type: 'edit',
        from: CUSTOMER,
        edit: { original_message_id: 'm', message: { type: 'text' } },
      },
      { message: { type: 'text' } },
    ],
  ])('carries its object under its type: %o', async (message, content) => {
    await world.fake.deliverInbound(PHONE_ID, message)
    const [sent] = valueAt(0).messages
    expect(sent?.type).toBe(message.type)
    expect(sent?.[message.type]).toMatchObject(content as object)
  })

  it('says what it could not show, and sends system messages without contacts', async () => {
    await world.fake.deliverInbound(PHONE_ID, { type: 'unsupported', from: CUSTOMER })
    expect(valueAt(0).messages[0]?.errors).toMatchObject([{ code: 131051 }])
    const system = { body: 'changed', type: 'user_changed_number', wa_id: '254799999999' }
    await world.fake.deliverInbound(PHONE_ID, { type: 'system', from: CUSTOMER, system })
    expect(valueAt(1)).not.toHaveProperty('contacts')
    await world.fake.deliverInbound(PHONE_ID, {
      type: 'other',
      typeName: 'hologram',
      from: CUSTOMER,
      content: 1,
    })
    expect(valueAt(2).messages[0]).toMatchObject({ type: 'hologram', hologram: 1 })
  })
})

describe('batches and other fields', () => {
  it.each([
    ['messages', 1, 1, 2],
    ['changes', 1, 2, 1],
    ['entries', 2, 1, 1],
  ] as const)('batches as %s', async (as, entries, changes, messages) => {
    const { ids } = await world.fake.deliverBatch(PHONE_ID, [text('a'), text('b')], as)
    expect(ids).toHaveLength(2)
    expect(world.receiver.requests).toHaveLength(1)
    expect(envelopeAt(0).entry).toHaveLength(entries)
    expect(envelopeAt(0).entry[0]?.changes).toHaveLength(changes)
    expect(valueAt(0).messages).toHaveLength(messages)
  })

  it('reports an echo from the phone without contacts', async () => {
    await world.fake.deliverEcho(PHONE_ID, {
      to: CUSTOMER,
      type: 'text',
      text: { body: 'from staff' },
    })
    expect(envelopeAt(0).entry[0]?.changes[0]?.field).toBe('smb_message_echoes')
    expect(valueAt(0)).toMatchObject({ message_echoes: [{ from: '15550783881', to: CUSTOMER }] })
  })

  it('announces a template review', async () => {
    await world.fake.reviewTemplate({ wabaId: WABA_ID, name: 'season_offer', status: 'APPROVED' })
    expect(envelopeAt(0).entry[0]?.changes[0]).toMatchObject({
      field: 'message_template_status_update',
      value: { event: 'APPROVED', message_template_name: 'season_offer' },
    })
  })
})

describe('the network', () => {
  it('posts again until the receiver answers 200: other 2xx do not count', async () => {
    const answers = [500, 204, 200]
    world.receiver.answerWith(() => json({}, answers.shift() ?? 200))
    const { status, delivery } = await world.fake.deliverInbound(PHONE_ID, text())
    expect(status).toBe(500)
    await world.fake.settled()
    expect(delivery.attempts.map((one) => one.status)).toEqual([500, 204, 200])
    expect(bodyAt(2).equals(bodyAt(0))).toBe(true)
  })

  it('can deliver everything twice', async () => {
    world.fake.configure({ duplicateDeliveries: true })
    await world.fake.deliverInbound(PHONE_ID, text())
    expect(bodyAt(1).equals(bodyAt(0))).toBe(true)
  })

  it('can hold webhooks back and release them in the opposite order', async () => {
    world.fake.holdDeliveries()
    await world.fake.deliverInbound(PHONE_ID, text('first'))
    await world.fake.deliverInbound(PHONE_ID, text('second'))
    expect(world.receiver.requests).toHaveLength(0)
    await world.fake.releaseDeliveries({ reversed: true })
    const bodies = [0, 1].map((index) => valueAt(index).messages[0]?.text)
    expect(bodies).toEqual([{ body: 'second' }, { body: 'first' }])
  })

  it('can leave the signature out or forge it', async () => {
    await world.fake.deliverRaw(PHONE_ID, '{"a":1}', { signature: null })
    await world.fake.deliverRaw(PHONE_ID, 'not json', { secret: 'wrong' })
    const headers = world.receiver.requests.map((one) => one.headers['x-hub-signature-256'])
    expect(headers).toEqual([undefined, signMeta('wrong', 'not json')])
  })

  it('reaches a name under .localhost on loopback with that name as Host', async () => {
    const port = new URL(world.receiver.url).port
    const host = `hotel.localhost:${port}`
    await world.fake.deliverRaw(PHONE_ID, '{}', { url: `http://${host}/hook` })
    expect(world.receiver.requests[0]?.headers.host).toBe(host)
  })

  it('makes the verification handshake', async () => {
    world.receiver.answerWith(({ query }) => ({
      status: query.get('hub.verify_token') === 'verify-me' ? 200 : 403,
      bytes: Buffer.from(query.get('hub.challenge') ?? ''),
    }))
    expect(await world.fake.verifyWebhook(PHONE_ID)).toMatchObject({ verified: true, status: 200 })
    expect(await world.fake.verifyWebhook(PHONE_ID, 'wrong')).toMatchObject({
      verified: false,
      status: 403,
    })
  })
})
