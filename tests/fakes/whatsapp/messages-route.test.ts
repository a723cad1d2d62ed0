import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CUSTOMER, PHONE_ID, WABA_ID, graph, send, sendText, startNumber } from './test-number.ts'

let world: Awaited<ReturnType<typeof startNumber>>
beforeEach(async () => {
  world = await startNumber()
  world.fake.openWindow(PHONE_ID, CUSTOMER)
})
afterEach(() => world.close())

const interactive = (type: string, action: unknown, more = {}) => ({
  type: 'interactive',
  interactive: { type, body: { text: 'Pick' }, action, ...more },
})
const button = (id: string) => ({ type: 'reply', reply: { id, title: `Title ${id}` } })
const rows = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `r${n}`, title: `R${n}` }))

describe('sending', () => {
  it('accepts a text and keeps it in the outbox', async () => {
    const more = { to: `+${CUSTOMER}`, biz_opaque_callback_data: 'msg_7' }
    const { status, json } = await sendText(world.fake, 'Hai', more)
    expect(status).toBe(200)
    expect(json.contacts).toEqual([{ input: `+${CUSTOMER}`, wa_id: CUSTOMER }])
    expect(json.messages[0]?.id).toMatch(/^wamid\./)
    expect(world.fake.sent(PHONE_ID)).toMatchObject([
      { id: json.messages[0]?.id, to: CUSTOMER, type: 'text', callbackData: 'msg_7' },
    ])
  })

  it('answers a user id with user_id and without wa_id', async () => {
    const recipient = 'MY.13491208655302741918'
    world.fake.openWindow(PHONE_ID, recipient)
    const { json } = await sendText(world.fake, 'hi', { to: undefined, recipient })
    expect(json.contacts).toEqual([{ input: recipient, user_id: recipient }])
  })

  it.each([
    ['text over 4096', { type: 'text', text: { body: 'x'.repeat(4097) } }, 100],
    [
      'missing messaging_product',
      { messaging_product: undefined, type: 'text', text: { body: 'x' } },
      100,
    ],
    ['unknown type', { type: 'telepathy' }, 100],
    ['to is a word', { to: 'abc', type: 'text', text: { body: 'x' } }, 131009],
    ['no recipient', { to: undefined, type: 'text', text: { body: 'x' } }, 131008],
    ['no text object', { type: 'text' }, 131008],
    ['to itself', { to: '15550783881', type: 'text', text: { body: 'x' } }, 131021],
    ['four buttons', interactive('button', { buttons: ['a', 'b', 'c', 'd'].map(button) }), 131009],
    ['equal button titles', interactive('button', { buttons: [button('a'), button('a')] }), 131009],
    [
      'eleven rows',
      interactive('list', { button: 'Open', sections: [{ rows: rows(11) }] }),
      131009,
    ],
    [
      'sections without titles',
      interactive('list', {
        button: 'Open',
        sections: [{ rows: rows(1) }, { rows: [{ id: 'z', title: 'Z' }] }],
      }),
      131009,
    ],
    [
      'header over 60',
      interactive(
        'button',
        { buttons: [button('a')] },
        { header: { type: 'text', text: 'h'.repeat(61) } },
      ),
      131009,
    ],
    [
      'caption over 1024',
      { type: 'image', image: { link: 'https://a.test/i.jpg', caption: 'c'.repeat(1025) } },
      131009,
    ],
    [
      'caption on audio',
      { type: 'audio', audio: { link: 'https://a.test/i.ogg', caption: 'c' } },
      131009,
    ],
    [
      'six contacts',
      { type: 'contacts', contacts: Array(6).fill({ name: { formatted_name: 'A' } }) },
      131009,
    ],
    ['unknown media id', { type: 'image', image: { id: '999' } }, 131009],
    [
      'callback data over 512 bytes',
      { type: 'text', text: { body: 'x' }, biz_opaque_callback_data: 'é'.repeat(257) },
      131009,
    ],
  ])('refuses %s', async (_name, fields, code) => {
    const { status, json } = await send(world.fake, fields)
    expect([status, json.error.code]).toEqual([400, code])
    expect(world.fake.sent(PHONE_ID)).toEqual([])
  })

  it.each([
    ['three buttons', interactive('button', { buttons: ['a', 'b', 'c'].map(button) })],
    ['ten rows', interactive('list', { button: 'Open', sections: [{ rows: rows(10) }] })],
    ['text of 4096', { type: 'text', text: { body: 'x'.repeat(4096) } }],
    ['location', { type: 'location', location: { latitude: -1.28, longitude: '36.81' } }],
    ['removed reaction', { type: 'reaction', reaction: { message_id: 'wamid.A', emoji: '' } }],
    [
      'document by link',
      { type: 'document', document: { link: 'https://a.test/p.pdf', filename: 'p.pdf' } },
    ],
    ['product', interactive('product', { catalog_id: '8', product_retailer_id: 'SKU-1' })],
  ])('accepts %s', async (_name, fields) => {
    expect((await send(world.fake, fields)).status).toBe(200)
  })

  it('answers PUT with 400 and a body that is not JSON with 400', async () => {
    expect((await graph(world.fake, 'PUT', `${PHONE_ID}/messages`, {})).status).toBe(400)
    const headers = { authorization: 'Bearer EAAtest' }
    const address = `${world.fake.url}/v23.0/${PHONE_ID}/messages`
    expect((await fetch(address, { method: 'POST', headers, body: '{' })).status).toBe(400)
  })
})

describe('access', () => {
  it('answers 401 / 190 to a wrong token and 400 / 100 to an unknown number', async () => {
    const wrong = await send(world.fake, { type: 'text', text: { body: 'x' } }, 'other')
    expect([wrong.status, wrong.json.error.code]).toEqual([401, 190])
    const unknown = await graph(world.fake, 'POST', '999999/messages', {})
    expect([unknown.status, unknown.json.error.code]).toEqual([400, 100])
  })

  it("hides another tenant's number behind the same answer", async () => {
    const other = {
      phoneNumberId: '20000001',
      displayPhoneNumber: '+254700000001',
      wabaId: '30000001',
    }
    world.fake.addNumber({ ...other, accessToken: 'EAAother' })
    const { status, json } = await graph(world.fake, 'POST', '20000001/messages', {})
    expect([status, json.error.code]).toEqual([400, 100])
  })

  it('says that an expired token is expired', async () => {
    world.fake.expireToken(PHONE_ID)
    const { status, json } = await sendText(world.fake)
    expect([status, json.error.code, json.error.error_subcode]).toEqual([401, 190, 463])
  })
})

describe('the 24-hour window', () => {
  it('closes 24 hours after the last inbound message', async () => {
    world.fake.advanceClock(24 * 3600 * 1000)
    const { status, json } = await sendText(world.fake)
    expect([status, json.error.code]).toEqual([400, 131047])
  })

  it('counts from the provider time of the message', async () => {
    world.fake.closeWindow(PHONE_ID, CUSTOMER)
    const old = Math.floor(Date.now() / 1000) - 25 * 3600
    await world.fake.deliverInbound(PHONE_ID, {
      type: 'text',
      from: CUSTOMER,
      text: 'old',
      timestamp: old,
    })
    expect((await sendText(world.fake)).json.error.code).toBe(131047)
    await world.fake.deliverInbound(PHONE_ID, { type: 'text', from: CUSTOMER, text: 'new' })
    expect((await sendText(world.fake)).status).toBe(200)
  })

  it('does not open for a forged webhook', async () => {
    world.fake.closeWindow(PHONE_ID, CUSTOMER)
    await world.fake.deliverInbound(PHONE_ID, { type: 'text', from: CUSTOMER, text: 'x' })
    const genuine = JSON.parse(world.fake.deliveries()[0]?.body ?? '')
    world.fake.closeWindow(PHONE_ID, CUSTOMER)
    await world.fake.deliverRaw(PHONE_ID, genuine, { signature: 'sha256=00' })
    expect((await sendText(world.fake)).json.error.code).toBe(131047)
  })

  it('lets templates through and checks name, language, state and parameters', async () => {
    world.fake.closeWindow(PHONE_ID, CUSTOMER)
    const use = (name: string, code: string, values: string[]) => {
      const parameters = values.map((text) => ({ type: 'text', text }))
      const components = [{ type: 'body', parameters }]
      return send(world.fake, {
        type: 'template',
        template: { name, language: { code }, components },
      })
    }
    expect((await use('order_update', 'sw', ['Asha', 'A-1'])).status).toBe(200)
    expect((await use('order_update', 'sw', ['Asha'])).json.error.code).toBe(132000)
    expect((await use('order_update', 'sw', ['Asha', ''])).json.error.code).toBe(132012)
    expect((await use('order_update', 'fr', ['Asha', 'A-1'])).json.error.code).toBe(132001)
    expect((await use('season_offer', 'en', ['Asha'])).json.error.code).toBe(132001)
    await world.fake.reviewTemplate({ wabaId: WABA_ID, name: 'season_offer', status: 'PAUSED' })
    expect((await use('season_offer', 'en', ['Asha'])).json.error.code).toBe(132015)
  })
})

describe('rates', () => {
  it('limits throughput and pairs when switched on', async () => {
    world.fake.configure({ throughputPerSecond: 1 })
    await sendText(world.fake)
    const fast = await sendText(world.fake)
    expect([fast.status, fast.json.error.code]).toEqual([429, 130429])
    world.fake.configure({ throughputPerSecond: null, pairIntervalMs: 6000 })
    expect((await sendText(world.fake)).json.error.code).toBe(131056)
    world.fake.advanceClock(6000)
    expect((await sendText(world.fake)).status).toBe(200)
  })
})

describe('read marks', () => {
  it('takes a delivered message id, with typing, and refuses an unknown one', async () => {
    const { ids } = await world.fake.deliverInbound(PHONE_ID, {
      type: 'text',
      from: CUSTOMER,
      text: 'x',
    })
    const mark = {
      to: undefined,
      status: 'read',
      message_id: ids[0],
      typing_indicator: { type: 'text' },
    }
    expect((await send(world.fake, mark)).json).toEqual({ success: true })
    expect(world.fake.reads(PHONE_ID)).toMatchObject([{ messageId: ids[0], typing: true }])
    expect((await send(world.fake, { ...mark, message_id: 'wamid.X' })).status).toBe(400)
  })
})

describe('faults', () => {
  it('answers a rate error once, then works again', async () => {
    world.fake.fail({ kind: 'error', code: 80007, retryAfterSeconds: 3, times: 1 })
    const limited = await sendText(world.fake)
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '3'])
    expect((await sendText(world.fake)).status).toBe(200)
  })

  it('answers 500 only to the recipient it is meant for', async () => {
    world.fake.openWindow(PHONE_ID, '254700000009')
    world.fake.fail({ kind: 'error', code: 131000, match: { to: '254700000009' } })
    expect((await sendText(world.fake)).status).toBe(200)
    expect((await sendText(world.fake, 'x', { to: '254700000009' })).status).toBe(500)
  })

  it('accepts and drops the connection: the caller sees an error, the message is out', async () => {
    world.fake.fail({ kind: 'accept-then-drop', times: 1 })
    await expect(sendText(world.fake)).rejects.toThrow()
    expect(world.fake.sent(PHONE_ID)).toHaveLength(1)
  })

  it('drops before accepting: the caller sees an error, nothing is out', async () => {
    world.fake.fail({ kind: 'drop', times: 1 })
    await expect(sendText(world.fake)).rejects.toThrow()
    expect(world.fake.sent(PHONE_ID)).toEqual([])
  })

  it('hangs until the caller gives up', async () => {
    world.fake.fail({ kind: 'hang', times: 1 })
    const signal = AbortSignal.timeout(100)
    await expect(fetch(`${world.fake.url}/v23.0/${PHONE_ID}`, { signal })).rejects.toThrow()
  })
})
