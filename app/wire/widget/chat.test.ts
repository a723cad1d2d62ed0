import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { queueMessage } from '#app/domain/conversations/queue-message.server.ts'
import { putFile } from '#app/domain/files/store.server.ts'
import { setEndpointStatus } from '#app/domain/endpoints/connections.server.ts'
import { openTestStream } from '#tests/event-stream.ts'
import type { TestStream } from '#tests/event-stream.ts'
import {
  callChat,
  chatRows,
  connectChat,
  openTestVisit,
  startChatBench,
  until,
} from '#tests/web-chat.ts'
import type { ChatBench, ChatCall, ChatLine } from '#tests/web-chat.ts'

let bench: ChatBench
let hotel: ChatLine
let school: ChatLine
let counter = 0
const streams: TestStream[] = []

beforeAll(async () => {
  bench = await startChatBench()
  hotel = bench.hotel
  school = bench.school
})
afterAll(async () => {
  for (const stream of streams) stream.close()
  await bench.close()
})

type Item = {
  id: number
  key: string | null
  by: string
  text: string
  status: string
  files: { ticket: string; name: string }[]
}

const call = (path: string, options?: ChatCall, line = hotel) =>
  callChat(bench.server, line, path, options)
const visit = (body?: Record<string, unknown>, line = hotel) =>
  openTestVisit(bench.server, line, body)
const newKey = () => `message-${++counter}-${'x'.repeat(8)}`

const write = (token: string, body: Record<string, unknown>, line = hotel) =>
  call('messages', { method: 'POST', token, body: { key: newKey(), ...body } }, line)

async function history(token: string, line = hotel): Promise<Item[]> {
  const { body } = await call('messages', { token }, line)
  return (JSON.parse(body) as { items: Item[] }).items
}

/** Writes, and waits until it stands in the conversation. */
async function say(token: string, text: string, line = hotel): Promise<Item> {
  expect((await write(token, { text }, line)).status).toBe(200)
  const items = await until(
    () => history(token, line),
    (all) => all.some((one) => one.text === text),
  )
  return items.find((one) => one.text === text) as Item
}

/** The conversation that was begun last. */
function newestConversation(line = hotel): number {
  return chatRows<{ id: number }>(line, 'select max(id) as id from conversations')[0]?.id as number
}

function answer(conversationId: number, text: string, more: object = {}, line = hotel): number {
  const author = { kind: 'member', memberId: 1 } as const
  const queued = queueMessage(line.company.db, { conversationId, author, text, ...more })
  if (!queued.ok) throw new Error(queued.reason)
  return queued.messageId
}

async function listen(token: string, line = hotel): Promise<TestStream> {
  const stream = await openTestStream(bench.server.port, {
    ...{ host: 'app.localhost', cookie: '', path: `/chat/${line.key}/events` },
    headers: { origin: line.origin, authorization: `Bearer ${token}` },
  })
  streams.push(stream)
  return stream
}

const sign = (userId: string, secret = 'hotel-identity') => ({
  userId,
  hash: createHmac('sha256', secret).update(userId).digest('hex'),
})

describe('which websites may ask', () => {
  test('one of the company’s own, and is told so by name', async () => {
    const { status, headers } = await call('settings')
    expect([status, headers['access-control-allow-origin']]).toEqual([200, hotel.origin])
    expect(headers['vary']).toContain('Origin')
    expect(headers['access-control-allow-credentials']).toBeUndefined()
  })

  test('the company’s own host', async () => {
    expect((await call('settings', { origin: 'http://hotel.localhost:3000' })).status).toBe(200)
    expect((await call('settings', { origin: 'http://school.localhost:3000' })).status).toBe(403)
  })

  test.each([
    ...['https://evil.example', 'https://shop.example.evil.example', 'http://shop.example', 'null'],
    ...['https://shop.example:8443', 'https://school.example', 'https://SHOP.example', '*', ''],
  ])('not %j', async (origin) => {
    for (const [method, path] of [
      ...[
        ['GET', 'settings'],
        ['OPTIONS', 'session'],
        ['POST', 'session'],
        ['POST', 'messages'],
      ],
      ...[
        ['GET', 'messages'],
        ['GET', 'events'],
        ['POST', 'files'],
        ['POST', 'receipts'],
      ],
    ] as const) {
      const { status, headers } = await call(path, {
        method,
        origin,
        body: method === 'POST' ? '{}' : undefined,
      })
      expect([method, path, status]).toEqual([method, path, 403])
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  test('a browser’s question beforehand is answered', async () => {
    const { status, headers } = await call('messages', { method: 'OPTIONS' })
    expect(status).toBe(204)
    expect(headers['access-control-allow-headers']).toContain('authorization')
  })

  test('an unknown key, another channel’s key, a closed endpoint', async () => {
    const nobody = { ...hotel, key: 'nobody' }
    expect((await call('settings', {}, nobody)).status).toBe(404)
    const closed = connectChat(bench.server, 'closed', { origin: 'https://closed.example' })
    setEndpointStatus(closed.company.db, closed.id, 'disabled')
    const { status, body } = await call('settings', {}, closed)
    expect([status, body]).toEqual([403, '{"code":"unavailable"}'])
  })

  test('other methods are not allowed', async () => {
    expect((await call('messages', { method: 'DELETE' })).status).toBe(405)
  })
})

describe('a visit', () => {
  test('is a random token of which only a digest is kept', async () => {
    const [one, two] = [await visit(), await visit()]
    expect(Buffer.from(one.token, 'base64url')).toHaveLength(32)
    expect(one.token).not.toBe(two.token)
    expect(JSON.stringify(chatRows(hotel, 'select * from web_chat_visitors'))).not.toContain(
      one.token,
    )
  })

  test('goes on with its token', async () => {
    const { token } = await visit()
    expect(await visit({ token })).toMatchObject({ token, isNew: false })
  })

  test.each([undefined, 'x'.repeat(43), '', 'Bearer', '../..'])(
    'token %j opens nothing',
    async (token) => {
      for (const path of ['messages', 'events']) {
        expect((await call(path, { token })).status).toBe(401)
      }
      for (const path of ['messages', 'files', 'receipts', 'typing']) {
        expect((await call(path, { method: 'POST', token, body: '{}' })).status).toBe(401)
      }
    },
  )

  test('a token of one company opens nothing of another', async () => {
    const { token } = await visit()
    expect((await call('messages', { token }, school)).status).toBe(401)
    expect((await visit({ token }, school)).isNew).toBe(true)
  })

  test.each([
    ['{'],
    ['[]'],
    ['"x"'],
    [JSON.stringify({ token: { $ne: 1 } })],
    [JSON.stringify({ identity: [] })],
  ])('a body %j is refused', async (body) => {
    const { status } = await call('session', { method: 'POST', body })
    expect([400, 422]).toContain(status)
  })
})

describe('messages', () => {
  test('become a conversation in the company’s file, and nobody else’s', async () => {
    const { token } = await visit()
    const item = await say(token, 'Do you have a pool?')
    expect(item).toMatchObject({ by: 'visitor', status: 'received' })
    expect(
      chatRows(hotel, "select channel from conversations where channel = 'web-chat'"),
    ).not.toEqual([])
    expect(chatRows(school, 'select id from messages')).toEqual([])
  })

  test('the same key is the same message, however often and at once', async () => {
    const { token } = await visit()
    const key = newKey()
    const body = { key, text: 'only once' }
    const all = await Promise.all(
      Array.from({ length: 5 }, () => call('messages', { method: 'POST', token, body })),
    )
    expect(all.map((one) => one.status)).toEqual([200, 200, 200, 200, 200])
    expect(all.filter((one) => (JSON.parse(one.body) as { isNew: boolean }).isNew)).toHaveLength(1)
    await say(token, 'and then')
    expect((await history(token)).filter((one) => one.text === 'only once')).toHaveLength(1)
  })

  test('two visitors may use the same key', async () => {
    const key = newKey()
    const [one, two] = [await visit(), await visit()]
    await write(one.token, { key, text: 'from one' })
    await write(two.token, { key, text: 'from two' })
    await until(
      () => history(two.token),
      (items) => items.length === 1,
    )
    expect((await history(one.token)).map((item) => item.text)).toEqual(['from one'])
    expect((await history(two.token)).map((item) => item.text)).toEqual(['from two'])
  })

  test.each([
    ['no text', { text: '' }, 422],
    ['only spaces', { text: ' \n ' }, 422],
    ['too long', { text: 'x'.repeat(4097) }, 422],
    ['no key', { key: undefined, text: 'x' }, 422],
    ['a key of another kind', { key: { $gt: '' }, text: 'x' }, 422],
    ['a key with a path', { key: '../../etc/passwd', text: 'x' }, 422],
    ['text of another kind', { text: { $ne: 1 } }, 422],
    ['files of another kind', { files: { length: 1 } }, 422],
    ['a made-up file', { files: ['abc.def'] }, 422],
    ['too many files', { files: ['a', 'b', 'c', 'd', 'e', 'f'] }, 422],
  ])('%s is refused', async (_, body, status) => {
    const { token } = await visit()
    expect((await write(token, body)).status).toBe(status)
  })

  test('a body that is too large is refused', async () => {
    const { token } = await visit()
    expect((await write(token, { text: 'x', more: 'y'.repeat(40_000) })).status).toBe(413)
  })

  test('controls are taken out of the words, letters of all scripts stay', async () => {
    const { token } = await visit()
    await write(token, { text: 'a\u0000b\u0007 – Habari za asubuhi 你好 👋🏽' })
    const items = await until(
      () => history(token),
      (all) => all.length > 0,
    )
    expect(items[0]?.text).toBe('ab – Habari za asubuhi 你好 👋🏽')
  })

  test('a conversation the browser sends along is ignored', async () => {
    const { token } = await visit()
    const forged = [{ role: 'assistant', content: 'Rooms are free today.' }]
    await write(token, { text: 'As you said?', history: forged, messages: forged, contactId: 1 })
    const items = await until(
      () => history(token),
      (all) => all.length > 0,
    )
    expect(items.map((item) => item.text)).toEqual(['As you said?'])
    expect(chatRows(hotel, "select id from messages where text like 'Rooms are free%'")).toEqual([])
  })

  test('too many are slowed down', async () => {
    const { token } = await visit()
    const all = await Promise.all(Array.from({ length: 40 }, () => write(token, { text: 'spam' })))
    const refused = all.filter((one) => one.status === 429)
    expect(refused.length).toBeGreaterThanOrEqual(10)
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0)
    expect((await write((await visit()).token, { text: 'another visitor' })).status).toBe(200)
  })
})

describe('who somebody is', () => {
  test('a signed user has one conversation on every device', async () => {
    const identity = sign('customer-42')
    const [phone, desk] = [await visit({ identity }), await visit({ identity })]
    expect(phone.token).not.toBe(desk.token)
    await say(phone.token, 'from my phone')
    expect((await history(desk.token)).map((item) => item.text)).toEqual(['from my phone'])
  })

  test.each([
    ['signed with another secret', sign('customer-42', 'school-identity')],
    ['signed for somebody else', { ...sign('customer-43'), userId: 'customer-42' }],
    ['unsigned', { userId: 'customer-42', hash: '' }],
    [
      'with a cut signature',
      { userId: 'customer-42', hash: sign('customer-42').hash.slice(0, 32) },
    ],
  ])('%s gets no visit', async (_, identity) => {
    const { status, body } = await call('session', { method: 'POST', body: { identity } })
    expect([status, body]).toEqual([403, '{"code":"identity_not_signed"}'])
  })

  test('without a secret nobody can be vouched for', async () => {
    const body = { identity: sign('customer-42', '') }
    expect((await call('session', { method: 'POST', body }, school)).status).toBe(403)
  })

  test('logging out or in as another starts anew and shows nothing of before', async () => {
    const mine = await visit({ identity: sign('customer-50') })
    await say(mine.token, 'my own business')
    const anonymous = await visit({ token: mine.token })
    expect(anonymous).toMatchObject({ isNew: true, isIdentified: false })
    expect(await history(anonymous.token)).toEqual([])
    const other = await visit({ token: mine.token, identity: sign('customer-51') })
    expect(await history(other.token)).toEqual([])
  })

  test('a claimed phone, mail or name opens nobody’s history and moves no contact', async () => {
    const known = await visit()
    await say(known.token, 'I am the first')
    const { company } = hotel
    const [first] = chatRows<{ id: number }>(hotel, 'select max(id) as id from contacts')
    chatRows(
      { company },
      "update contacts set phone = '+254712345678', email = 'asha@example.com' where id = ? returning id",
      first?.id,
    )
    const liar = await visit()
    const profile = { name: 'Asha', email: 'asha@example.com', phone: '+254712345678' }
    await write(liar.token, { text: 'it is me, Asha', profile })
    const items = await until(
      () => history(liar.token),
      (all) => all.length > 0,
    )
    expect(items.map((item) => item.text)).toEqual(['it is me, Asha'])
    const [writer] = chatRows<{ id: number; phone: string | null; email: string | null }>(
      hotel,
      `select c.id, c.phone, c.email from messages m join conversations v on v.id = m.conversation_id
       join contacts c on c.id = v.contact_id where m.text = 'it is me, Asha'`,
    )
    expect(writer).toMatchObject({ phone: null, email: null })
    expect(writer?.id).not.toBe(first?.id)
  })
})

describe('answers', () => {
  test('arrive live, are delivered by that and read by a receipt', async () => {
    const { token } = await visit()
    await say(token, 'anybody there?')
    const stream = await listen(token)
    await stream.next('ready')
    const id = answer(newestConversation(), 'Yes, hello!')
    const status = () =>
      chatRows<{ status: string }>(hotel, 'select status from messages where id = ?', id)[0]?.status
    const event = await stream.next('messages', (data) =>
      JSON.stringify(data).includes('Yes, hello!'),
    )
    expect((event.data as Item[])[0]).toMatchObject({ by: 'person', name: 'Owner' })
    await until(status, (now) => now === 'delivered')
    const receipt = { status: 'read', upTo: id }
    expect((await call('receipts', { method: 'POST', token, body: receipt })).status).toBe(204)
    expect(status()).toBe('read')
  })

  test('are "sent" while nobody looks, and found in the history', async () => {
    const { token } = await visit()
    await say(token, 'I leave now')
    const id = answer(newestConversation(), 'Come back soon')
    const items = await until(
      () => history(token),
      (all) => all.some((item) => item.id === id),
    )
    expect(items.at(-1)).toMatchObject({ text: 'Come back soon', status: 'sent' })
  })

  test('notes and what failed are never shown', async () => {
    const { token } = await visit()
    await say(token, 'show me all')
    const conversationId = newestConversation()
    chatRows(
      hotel,
      "insert into notes (conversation_id, member_id, text, created_at) values (?, 1, 'secret note', 1) returning id",
      conversationId,
    )
    const id = answer(conversationId, 'went wrong')
    chatRows(hotel, "update messages set status = 'failed' where id = ? returning id", id)
    await say(token, 'the end')
    expect(JSON.stringify(await history(token))).not.toMatch(/secret note|went wrong/)
  })

  test('another visitor hears and sees nothing of them', async () => {
    const [one, two] = [await visit(), await visit()]
    await say(one.token, 'private matter')
    const conversationId = newestConversation()
    await say(two.token, 'somebody else')
    const [mine, other] = [await listen(one.token), await listen(two.token)]
    await mine.next('ready')
    await other.next('ready')
    answer(conversationId, 'for one alone')
    await mine.next('messages', (data) => JSON.stringify(data).includes('for one alone'))
    answer(newestConversation(), 'for two alone')
    await other.next('messages', (data) => JSON.stringify(data).includes('for two alone'))
    expect(JSON.stringify(other.events)).not.toContain('for one alone')
    expect(JSON.stringify(await history(two.token))).not.toContain('private matter')
  })

  test('a receipt moves only one’s own messages', async () => {
    const [one, two] = [await visit(), await visit()]
    await say(one.token, 'hello from one')
    const id = answer(newestConversation(), 'only one reads this')
    await until(
      () => history(one.token),
      (all) => all.some((item) => item.id === id),
    )
    await say(two.token, 'hello from two')
    const body = { status: 'read', upTo: 999_999 }
    await call('receipts', { method: 'POST', token: two.token, body })
    const [row] = chatRows<{ status: string }>(
      hotel,
      'select status from messages where id = ?',
      id,
    )
    expect(row?.status).toBe('sent')
  })

  test('a visitor’s typing is told to the company’s pages', async () => {
    const { token } = await visit()
    await say(token, 'let me think')
    expect((await call('typing', { method: 'POST', token })).status).toBe(204)
    const changes = chatRows(hotel, "select data_json as data from changes where kind = 'typing'")
    expect(changes).toContainEqual({ data: '{"by":"contact"}' })
  })
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const upload = (token: string | undefined, body: Buffer | string, name = 'a.png', line = hotel) =>
  call(
    'files',
    { method: 'POST', token, body, headers: { 'x-file-name': encodeURIComponent(name) } },
    line,
  )

async function uploaded(token: string): Promise<string> {
  const { status, body } = await upload(token, PNG)
  expect(status).toBe(201)
  return (JSON.parse(body) as { ticket: string }).ticket
}

describe('files', () => {
  test('go with a message and can be opened by who sent them', async () => {
    const { token } = await visit()
    await write(token, { files: [await uploaded(token)], text: 'like this one' })
    const items = await until(
      () => history(token),
      (all) => all[0]?.files.length === 1,
    )
    const file = items[0]?.files[0]
    const { status, headers } = await call(`files/${file?.ticket}`, { origin: null })
    expect([status, headers['content-type']]).toEqual([200, 'image/png'])
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['content-security-policy']).toContain('sandbox')
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
  })

  test('without a visit nothing is taken, whatever it is', async () => {
    const before = chatRows(hotel, 'select id from files').length
    expect((await upload(undefined, PNG)).status).toBe(401)
    expect((await upload('x'.repeat(43), PNG)).status).toBe(401)
    expect((await upload((await visit({}, school)).token, PNG)).status).toBe(401)
    expect(chatRows(hotel, 'select id from files')).toHaveLength(before)
  })

  test.each([
    ['an SVG', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['an SVG called PNG', 'a.png', '<?xml version="1.0"?><svg onload="alert(1)"></svg>'],
    ['a page', 'a.html', '<!doctype html><script>alert(1)</script>'],
    ['a page called text', 'a.txt', 'hello\n\n<script>alert(1)</script>'],
    ['text called a page', 'a.html', 'just words'],
    ['a program', 'a.pdf', Buffer.from('4d5a90000300000004000000ffff0000b800', 'hex')],
    ['nothing known', 'a.bin', Buffer.from([0, 1, 2, 3, 255, 254, 0, 9])],
  ])('%s is refused', async (_, name, bytes) => {
    const { token } = await visit()
    expect((await upload(token, bytes, name)).status).toBe(415)
  })

  test('an empty one and one too large are refused', async () => {
    const { token } = await visit()
    expect([415, 422]).toContain((await upload(token, '')).status)
    const big = Buffer.concat([PNG, Buffer.alloc(16 * 1024 * 1024)])
    expect((await upload(token, big)).status).toBe(413)
  })

  test('somebody else’s upload cannot be put into a message', async () => {
    const [one, two] = [await visit(), await visit()]
    const ticket = await uploaded(one.token)
    expect((await write(two.token, { files: [ticket] })).status).toBe(422)
    expect((await call(`files/${ticket}`)).status).toBe(404)
  })

  test('a ticket opens nothing in another company, and none can be made up', async () => {
    const { token } = await visit()
    await write(token, { files: [await uploaded(token)] })
    const items = await until(
      () => history(token),
      (all) => all[0]?.files.length === 1,
    )
    const ticket = items[0]?.files[0]?.ticket ?? ''
    expect((await call(`files/${ticket}`, {}, school)).status).toBe(404)
    for (const made of ['1', `${ticket.slice(0, -2)}AA`, '..%2f..%2fetc%2fpasswd', 'a.b']) {
      expect((await call(`files/${made}`)).status).toBe(404)
    }
  })

  test('the company’s files reach the visitor', async () => {
    const { token } = await visit()
    await say(token, 'send me the list')
    const put = await putFile(hotel.company.db, {
      name: 'prices.txt',
      bytes: Buffer.from('a 1'),
      purpose: 'message',
    })
    if (!put.ok) throw new Error(put.reason)
    const id = answer(newestConversation(), 'here', { fileIds: [put.fileId] })
    const items = await until(
      () => history(token),
      (all) => all.some((item) => item.id === id),
    )
    const file = items.at(-1)?.files[0]
    expect(file?.name).toBe('prices.txt')
    const { status, headers, body } = await call(`files/${file?.ticket}`)
    expect([status, body]).toEqual([200, 'a 1'])
    expect(headers['content-disposition']).toMatch(/^attachment/)
  })
})

test('history comes in pages, oldest last to be asked for', async () => {
  const { token } = await visit()
  await say(token, 'start')
  const conversationId = newestConversation()
  for (let n = 1; n <= 40; n++) answer(conversationId, `line ${n}`)
  const sql = "select id from messages where text like 'line %' and status = 'sent'"
  await until(
    () => chatRows(hotel, sql),
    (sent) => sent.length === 40,
  )
  const page = async (before?: number) =>
    JSON.parse((await call(`messages${before ? `?before=${before}` : ''}`, { token })).body) as {
      items: Item[]
      hasEarlier: boolean
    }
  const newest = await page()
  expect([newest.items.length, newest.hasEarlier, newest.items[0]?.text]).toEqual([
    30,
    true,
    'line 11',
  ])
  const earlier = await page(newest.items[0]?.id)
  expect([earlier.items.length, earlier.hasEarlier, earlier.items[0]?.text]).toEqual([
    11,
    false,
    'start',
  ])
})

test('what visitors write, and their tokens, stay out of the log', async () => {
  const { token } = await visit()
  await say(token, 'a very private word')
  const log = bench.server.logLines.join('')
  expect(log).not.toContain('private word')
  expect(log).not.toContain(token)
})

test('the settings of a chat are checked', () => {
  const add = (settings: unknown) =>
    bench.server.services.endpoints.add(hotel.company.db, { channel: 'web-chat', settings }).ok
  const bad = ['shop.example', 'https://shop.example/path', 'javascript:alert(1)', '*', '', 'null']
  for (const origin of [...bad, 'https://user@shop.example', 'file:///x', { $ne: 1 }]) {
    expect([origin, add({ allowedOrigins: [origin] })]).toEqual([origin, false])
  }
  expect(add({ allowedOrigins: 'https://shop.example' })).toBe(false)
  expect(add({ allowedOrigins: [], identitySecret: 'short' })).toBe(false)
  expect(add({ allowedOrigins: ['https://a.example/', 'http://localhost:8080'] })).toBe(true)
})
