import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signMeta } from '#tests/fakes/whatsapp/sign.ts'
import { send } from '#tests/server.ts'
import { CUSTOMER, drained, messagesOf, rows, startWhatsAppBench } from '#tests/whatsapp.ts'
import type { WhatsAppBench } from '#tests/whatsapp.ts'

/** Meta escapes what is not ASCII; written again by us the bytes differ. */
const ESCAPED = String.raw`{"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{"messages":[{"text":{"body":"caf\u00e9 \ud83d\ude00"}}]}}]}]}`

let bench: WhatsAppBench

beforeAll(async () => {
  bench = await startWhatsAppBench()
})
afterAll(() => bench.close())

const SECRET = 'secret-of-hotel'

function post(
  body: string | Buffer,
  headers: Record<string, string> = {},
  path = bench.hotel.path,
) {
  const host = 'hotel.localhost'
  return send(bench.server.port, { host, path, method: 'POST', headers, body })
}

function signed(body: string, path = bench.hotel.path, secret = SECRET) {
  return post(body, { 'x-hub-signature-256': signMeta(secret, body) }, path)
}

function payload(message: Record<string, unknown>, phoneNumberId = bench.hotel.phoneNumberId) {
  const metadata = { display_phone_number: '15550783881', phone_number_id: phoneNumberId }
  const contacts = [{ profile: { name: 'Asha' }, wa_id: CUSTOMER }]
  const value = { messaging_product: 'whatsapp', metadata, contacts, messages: [message] }
  const entry = [{ id: '102290129340398', changes: [{ field: 'messages', value }] }]
  return { object: 'whatsapp_business_account', entry }
}

const text = (id: string, body = 'hi') => ({
  ...{ from: CUSTOMER, id, timestamp: '1795000000', type: 'text', text: { body } },
})
const events = () => rows(bench.hotel, 'select id from inbound_events').length

describe('signatures', () => {
  test('R1: missing', async () => {
    expect((await post('{}')).status).toBe(401)
    expect((await post('')).status).toBe(401)
  })

  test('R2: sha1 only, wrong hex, other shapes', async () => {
    const sha1 = createHmac('sha1', SECRET).update('{}').digest('hex')
    expect((await post('{}', { 'x-hub-signature': `sha1=${sha1}` })).status).toBe(401)
    for (const value of [`sha1=${sha1}`, `sha256=${'0'.repeat(64)}`, 'sha256=', 'x', '']) {
      expect((await post('{}', { 'x-hub-signature-256': value })).status).toBe(401)
    }
  })

  test('R3: the same JSON written with other bytes', async () => {
    const rewritten = JSON.stringify(JSON.parse(ESCAPED))
    expect(rewritten).not.toBe(ESCAPED)
    const headers = { 'x-hub-signature-256': signMeta(SECRET, rewritten) }
    expect((await post(ESCAPED, headers)).status).toBe(401)
    expect((await signed(ESCAPED)).status).toBe(200)
  })

  test('R4: upper case, short, long', async () => {
    const good = signMeta(SECRET, '{}')
    const hex = good.slice('sha256='.length)
    for (const value of [`sha256=${hex.toUpperCase()}`, good.slice(0, -1), `${good}0`, hex]) {
      expect((await post('{}', { 'x-hub-signature-256': value })).status).toBe(401)
    }
  })

  test('another company’s secret opens nothing here, nor does the operator’s', async () => {
    const body = JSON.stringify(payload(text('wamid.forged')))
    expect((await signed(body, bench.hotel.path, 'secret-of-school')).status).toBe(401)
    expect((await signed(body, bench.hotel.path, 'meta_app_secret_0123456789abcdef')).status).toBe(
      401,
    )
  })
})

describe('the handshake', () => {
  const get = (query: string, path = bench.hotel.path) =>
    bench.server.fetch({ host: 'anything.test', path: `${path}${query}` })
  const ask = (token: string) =>
    `?hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`

  test('answers the challenge as it came, on every host', async () => {
    const response = await get(ask('verify-hotel'))
    expect(response).toMatchObject({ status: 200, body: '1158201444' })
    expect(response.headers['content-type']).toContain('text/plain')
  })

  test('R5: wrong token 403, missing parameters 400, unknown key 404', async () => {
    expect((await get(ask('verify-school'))).status).toBe(403)
    expect((await get(ask('operator-token'))).status).toBe(403)
    expect((await get(ask('x').replace('subscribe', 'other'))).status).toBe(403)
    expect((await get('')).status).toBe(400)
    expect((await get('?hub.mode=subscribe&hub.verify_token=verify-hotel')).status).toBe(400)
    expect((await get(ask('verify-hotel'), '/webhooks/whatsapp-cloud/nobody')).status).toBe(404)
  })
})

describe('bodies', () => {
  test('R6: not JSON', async () => {
    for (const body of ['{', 'hello', '\u0000', 'null', '7', '[]', '"x"']) {
      expect((await signed(body)).status).toBe(400)
    }
  })

  test('R7: about something else', async () => {
    expect((await signed('{"object":"page","entry":[]}')).status).toBe(404)
    expect((await signed('{}')).status).toBe(404)
  })

  test('R8 and R11: an unknown number, and another company’s number, are dropped', async () => {
    const before = events()
    for (const id of ['999999999999', bench.school.phoneNumberId]) {
      expect((await signed(JSON.stringify(payload(text('wamid.other'), id)))).status).toBe(200)
    }
    expect(events()).toBe(before)
    expect(rows(bench.school, 'select id from inbound_events')).toEqual([])
    expect(bench.server.logLines.some((line) => line.includes('unknown_number'))).toBe(true)
  })

  test('a body about two companies leaves in this one only its own part', async () => {
    const [own, other] = [payload(text('wamid.own')), payload(text('wamid.not'), '888888888')]
    const body = JSON.stringify({ ...own, entry: [...own.entry, ...other.entry] })
    expect((await signed(body)).status).toBe(200)
    await drained(bench.hotel)
    const [last] = rows<{ raw: Buffer }>(
      bench.hotel,
      'select raw from inbound_events order by id desc',
    )
    expect(last?.raw.toString()).toContain('wamid.own')
    expect(last?.raw.toString()).not.toContain('wamid.not')
  })

  test('R9: too large', async () => {
    const body = Buffer.alloc(4 * 1024 * 1024 + 1, 0x20)
    expect(
      (await post(body, { 'x-hub-signature-256': signMeta(SECRET, body.toString()) })).status,
    ).toBe(413)
  })

  test('just under the limit is taken', async () => {
    const message = text('wamid.large', 'x'.repeat(4 * 1024 * 1024 - 2000))
    expect((await signed(JSON.stringify(payload(message)))).status).toBe(200)
    await drained(bench.hotel)
    expect(messagesOf(bench.hotel).some((one) => one.provider_id === 'wamid.large')).toBe(true)
  })

  test('R10: replayed, in the same and in other bytes', async () => {
    const body = JSON.stringify(payload(text('wamid.replayed')))
    expect((await signed(body)).status).toBe(200)
    const stored = events()
    expect((await signed(body)).status).toBe(200)
    expect(events()).toBe(stored)
    expect((await signed(`${body}\n`)).status).toBe(200)
    await drained(bench.hotel)
    const found = messagesOf(bench.hotel).filter((one) => one.provider_id === 'wamid.replayed')
    expect(found).toHaveLength(1)
  })

  test('R12: odd fields never cost the message beside them', async () => {
    const before = messagesOf(bench.hotel).length
    const base = payload(text('wamid.beside'))
    const odd: unknown[] = [
      { ...text('wamid.time'), timestamp: 'abc' },
      { id: 'wamid.nobody', timestamp: '1795000000', type: 'text', text: { body: 'x' } },
      { ...text('wamid.type'), type: 'hologram', hologram: { x: 1 } },
      { ...text('wamid.shape'), text: 7 },
      { ...text('wamid.proto'), type: '__proto__' },
      { from: CUSTOMER, type: 'text' },
      { ...text('wamid.reaction'), type: 'reaction', reaction: null },
      ...[null, 7, 'x', [], {}],
    ]
    const value = base.entry[0]?.changes[0]?.value as { messages: unknown[] }
    value.messages.unshift(...odd)
    expect((await signed(JSON.stringify(base))).status).toBe(200)
    await drained(bench.hotel)
    const fresh = messagesOf(bench.hotel).filter((_, index) => index >= 0)
    const typeOf = (id: string) => fresh.find((one) => one.provider_id === id)?.type
    expect(fresh.length - before).toBe(5)
    expect(typeOf('wamid.beside')).toBe('text')
    expect(typeOf('wamid.time')).toBe('text')
    expect(typeOf('wamid.type')).toBe('unsupported')
    expect(typeOf('wamid.shape')).toBe('unsupported')
    expect(typeOf('wamid.proto')).toBe('unsupported')
  })

  test('R13: ten thousand messages, and JSON nested very deep', async () => {
    const many = payload(text('wamid.many'))
    const value = many.entry[0]?.changes[0]?.value as { messages: unknown[] }
    value.messages = Array.from({ length: 10_000 }, (_, n) => text(`wamid.many-${n}`, `n ${n}`))
    expect((await signed(JSON.stringify(many))).status).toBe(200)
    await drained(bench.hotel)
    const [count] = rows<{ n: number }>(
      bench.hotel,
      `select count(*) as n from messages where provider_id like 'wamid.many-%'`,
    )
    expect(count?.n).toBe(10_000)
    const deep = `{"object":"whatsapp_business_account","entry":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
    expect((await signed(deep)).status).toBe(200)
  })

  test('other methods get 405, unknown keys 404', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH', 'HEAD']) {
      const response = await bench.server.fetch({ host: 'x.test', path: bench.hotel.path, method })
      expect(response.status).toBe(405)
    }
    expect((await signed('{}', '/webhooks/whatsapp-cloud/unknown')).status).toBe(404)
    expect((await signed('{}', `/webhooks/telegram/${bench.hotel.key}`)).status).toBe(404)
  })
})
