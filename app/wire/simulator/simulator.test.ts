import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listLines, readPhone, readScreen } from '#app/channels/simulated-phone.server.ts'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { addMember } from '#tests/inbox.ts'
import { send } from '#tests/server.ts'
import type { TestCompany, TestResponse } from '#tests/server.ts'
import { startTelegramBench, until } from '#tests/telegram.ts'
import type { TelegramBench } from '#tests/telegram.ts'
import { startWhatsAppFake } from '#tests/fakes/whatsapp/start.ts'

const NUMBER = '254700000777'

let bench: TelegramBench
let hotel: TestCompany
let whatsApp: Awaited<ReturnType<typeof startWhatsAppFake>>
let whatsAppLine: number

beforeAll(async () => {
  whatsApp = await startWhatsAppFake({ appSecret: 'operator', numbers: [], statuses: 'manual' })
  whatsApp.configure({ window: 'off', readMarks: 'any' })
  bench = await startTelegramBench({ env: { WHATSAPP_GRAPH_URL: whatsApp.url } })
  hotel = bench.hotel.company
  const number = { phoneNumberId: '106540352242922', displayPhoneNumber: '15550783881' }
  const secrets = { accessToken: 'token-hotel', appSecret: 'secret-hotel' }
  const settings = { ...number, ...secrets, wabaId: '102290129340398' }
  const made = bench.server.services.endpoints.add(hotel.db, {
    channel: 'whatsapp-cloud',
    settings,
  })
  if (!made.ok) throw new Error(made.reason)
  whatsAppLine = made.endpoint.id
  whatsApp.addNumber({ ...settings, webhookUrl: `http://127.0.0.1:${bench.server.port}/x` })
})
afterAll(async () => {
  await bench.close()
  await whatsApp.close()
})

type Act = Record<string, string | { name: string; type: string; bytes: Buffer }>

async function play(
  line: number,
  act: Act,
  { memberId = 1, accept = 'application/json' } = {},
): Promise<TestResponse> {
  const form = new FormData()
  const given: Act = { line: String(line), number: NUMBER, name: 'Amina', ...act }
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'string') form.set(name, value)
    else form.set(name, new Blob([new Uint8Array(value.bytes)], { type: value.type }), value.name)
  }
  const whole = new Response(form)
  return send(bench.server.port, {
    ...{ host: hotel.host, path: '/simulator/messages', method: 'POST' },
    headers: {
      ...{ cookie: bench.server.cookieOf(hotel, memberId), accept },
      'content-type': whole.headers.get('content-type') ?? '',
    },
    body: Buffer.from(await whole.arrayBuffer()),
  })
}

function screenOf(line: number, company = hotel) {
  const given = new Map(Object.entries({ line: String(line), number: NUMBER, name: 'Amina' }))
  const phone = readPhone(listLines(company.db), given)
  return phone ? readScreen(company.db, phone) : []
}

const seen = (line: number, fits: (all: ReturnType<typeof screenOf>) => boolean) =>
  until(() => screenOf(line), fits)

describe('who may', () => {
  test.each(['manager', 'agent', 'viewer'] as const)('a %s may not', async (role) => {
    const { id } = addMember(hotel.db, role, `sim-${role}`)
    expect((await play(whatsAppLine, { kind: 'text', text: 'x' }, { memberId: id })).status).toBe(
      403,
    )
  })

  test('nobody without a session, and nobody from another website', async () => {
    const path = '/simulator/messages'
    const ask = (headers: Record<string, string>) =>
      bench.server.fetch({ host: hotel.host, path, method: 'POST', headers, body: 'kind=text' })
    expect((await ask({})).status).toBe(401)
    const cookie = bench.server.cookieOf(hotel)
    expect((await ask({ cookie, origin: 'https://evil.example' })).status).toBe(403)
  })

  test('an owner cannot write to another company’s line', async () => {
    const answer = await play(9999, { kind: 'text', text: 'x' })
    expect([answer.status, answer.body]).toEqual([422, '{"problem":"no_line"}'])
  })
})

describe('WhatsApp', () => {
  test('a text takes the real road: signed, stored, read, shown', async () => {
    expect((await play(whatsAppLine, { kind: 'text', text: 'Is the pool open?' })).status).toBe(200)
    const [message] = await seen(whatsAppLine, (all) => all.length === 1)
    expect(message).toMatchObject({ text: 'Is the pool open?', isOurs: false, status: 'received' })
    expect(screenOf(whatsAppLine, bench.school.company)).toEqual([])
  })

  test('a picture is laid with the vendor and fetched from there', async () => {
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const file = { name: 'a.png', type: 'image/png', bytes }
    expect((await play(whatsAppLine, { kind: 'image', text: 'this one', file })).status).toBe(200)
    const all = await seen(whatsAppLine, (now) => now.at(-1)?.files[0]?.state === 'stored')
    expect(all.at(-1)).toMatchObject({ type: 'image', text: 'this one' })
  })

  test.each([
    ['location', {}, 'location'],
    ['contact', {}, 'contacts'],
    ['button', { text: 'Yes, please' }, 'interactive'],
  ])('a %s arrives as what it is', async (kind, more, type) => {
    const count = screenOf(whatsAppLine).length
    expect((await play(whatsAppLine, { kind, ...more })).status).toBe(200)
    const all = await seen(whatsAppLine, (now) => now.length === count + 1)
    expect(all.at(-1)?.type).toBe(type)
  })

  test('an edit and a deletion change the last message', async () => {
    await play(whatsAppLine, { kind: 'text', text: 'two nigths' })
    await seen(whatsAppLine, (now) => now.at(-1)?.text === 'two nigths')
    await play(whatsAppLine, { kind: 'edit', text: 'two nights' })
    const edited = await seen(whatsAppLine, (now) => now.at(-1)?.text === 'two nights')
    expect(edited.at(-1)?.isEdited).toBe(true)
    await play(whatsAppLine, { kind: 'delete' })
    await seen(whatsAppLine, (now) => now.at(-1)?.isDeleted === true)
  })

  test('answers show their true state, and can be read and reacted to', async () => {
    const conversationId = 1
    const author = { kind: 'member', memberId: 1 } as const
    const queued = queueMessage(hotel.db, { conversationId, author, text: 'It is open.' })
    expect(queued.ok).toBe(true)
    await seen(whatsAppLine, (now) => now.some((one) => one.isOurs && one.status === 'sent'))
    await play(whatsAppLine, { kind: 'read' })
    await seen(whatsAppLine, (now) => now.some((one) => one.isOurs && one.status === 'read'))
    await play(whatsAppLine, { kind: 'reaction' })
    await seen(whatsAppLine, (now) => now.some((one) => one.isOurs && one.reactions[0] === '👍'))
  })

  test.each([
    [{ kind: 'text', text: '' }],
    [{ kind: 'block' }],
    [{ kind: 'image' }],
    [{ kind: 'nonsense' }],
    [{ kind: 'text', text: 'x', number: '12' }],
  ])('%j is refused with a word', async (act) => {
    const { status, body } = await play(whatsAppLine, act)
    expect(status).toBe(422)
    expect((JSON.parse(body) as { problem: string }).problem).toMatch(/nothing_to_send|no_line/)
  })
})

describe('Telegram', () => {
  const line = () => bench.hotel.id

  test('text, place, edit and button', async () => {
    await play(line(), { kind: 'text', text: 'Habari' })
    await seen(line(), (all) => all.at(-1)?.text === 'Habari')
    await play(line(), { kind: 'edit', text: 'Habari zenu' })
    await seen(line(), (all) => all.at(-1)?.text === 'Habari zenu')
    await play(line(), { kind: 'location' })
    await seen(line(), (all) => all.at(-1)?.type === 'location')
    await play(line(), { kind: 'button', text: 'Book' })
    await seen(line(), (all) => all.at(-1)?.text === 'Book')
  })

  test('without a script the page comes back to the same phone', async () => {
    const { status, headers } = await play(
      line(),
      { kind: 'text', text: 'plain form' },
      { accept: 'text/html' },
    )
    expect([status, headers['location']]).toEqual([
      303,
      `/simulator?line=${line()}&number=${NUMBER}&name=Amina`,
    ])
  })
})

test('no secret is ever in an answer or the log', () => {
  expect(bench.server.logLines.join('')).not.toMatch(/secret-hotel|token-hotel|secret_of_hotel/)
})
