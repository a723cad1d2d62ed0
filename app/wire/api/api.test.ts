import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApiKey, revokeApiKey } from '#app/domain/members/api-keys.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

type Json = Record<string, unknown>

let server: TestServer
let hotel: TestCompany
let garage: TestCompany
let hotelKey: string
let garageKey: string

beforeAll(async () => {
  server = await startTestServer({ jobs: false })
  hotel = server.addCompany('hotel-one')
  garage = server.addCompany('garage-two', 'car-dealer')
  hotelKey = createApiKey(hotel.db, 'test').key
  garageKey = createApiKey(garage.db, 'test').key
  for (const company of [hotel, garage]) fill(company)
})
afterAll(() => server.close())

test('a key opens its own company and nothing else', async () => {
  for (const authorization of [
    undefined,
    'Bearer nope',
    `Bearer ${garageKey}`,
    `Basic ${hotelKey}`,
  ]) {
    const answer = await get(hotel, '/api/v1/contacts', { authorization })
    expect(answer.status).toBe(401)
    expect(answer.json['code']).toBe('invalid_key')
  }
  const own = await get(hotel, '/api/v1/contacts')
  expect(own.status).toBe(200)
  expect(JSON.stringify(own.json)).not.toContain('garage-two')
  const { id, key } = createApiKey(hotel.db, 'short')
  revokeApiKey(hotel.db, id)
  expect((await get(hotel, '/api/v1/contacts', { authorization: `Bearer ${key}` })).status).toBe(
    401,
  )
})

test('lists page by cursor without gaps or repeats, newest activity first', async () => {
  const ids: number[] = []
  let cursor: string | null = ''
  do {
    const answer = await get(hotel, `/api/v1/conversations?limit=3&cursor=${cursor}`)
    expect(answer.status).toBe(200)
    ids.push(...(answer.json['items'] as { id: number }[]).map((item) => item.id))
    cursor = answer.json['nextCursor'] as string | null
  } while (cursor)
  expect(ids).toEqual([7, 6, 5, 4, 3, 2, 1])
})

test('shapes are as promised', async () => {
  const conversation = (await get(hotel, '/api/v1/conversations/1')).json
  expect(conversation).toEqual({
    ...{ id: 1, contactId: 1, channel: 'whatsapp-cloud', status: 'new', assignedTo: null },
    ...{ lastMessageAt: '2026-01-01T00:00:01.000Z', aiState: 'on' },
  })
  const messages = (await get(hotel, '/api/v1/conversations/1/messages')).json['items'] as Json[]
  expect(messages[0]).toEqual({
    ...{
      id: 1,
      direction: 'inbound',
      authorKind: 'contact',
      type: 'text',
      text: 'Hello hotel-one',
    },
    ...{ media: [], status: 'received', providerId: 'p1', providerAt: '2026-01-01T00:00:01.000Z' },
    ...{ createdAt: '2026-01-01T00:00:01.000Z', editedAt: null, deletedAt: null, reactions: [] },
    ...{ replyToId: null, failure: null },
  })
})

test('bad input is refused with a code', async () => {
  const cases: [string, number, string][] = [
    ['/api/v1/conversations?cursor=!!', 422, 'invalid_cursor'],
    ['/api/v1/conversations?limit=0', 422, 'invalid_limit'],
    ['/api/v1/conversations?limit=101', 422, 'invalid_limit'],
    ['/api/v1/conversations?limit=x&limit=2', 422, 'invalid_limit'],
    ['/api/v1/conversations/999', 404, 'not_found'],
    ['/api/v1/conversations/1e400', 404, 'not_found'],
    ['/api/v1/conversations/abc/messages', 404, 'not_found'],
  ]
  for (const [path, status, code] of cases) {
    const answer = await get(hotel, path)
    expect([answer.status, answer.json['code']], path).toEqual([status, code])
    expect(answer.type).toContain('application/problem+json')
  }
})

test('a message is queued once per idempotency key and refused when the window is closed', async () => {
  sqliteOf(hotel.db)
    .prepare('update conversations set last_inbound_provider_at = ?')
    .run(Date.now())
  const first = await post(hotel, '/api/v1/conversations/2/messages', { text: 'Hi' }, 'k1')
  expect(first.status).toBe(201)
  expect(first.json).toMatchObject({
    direction: 'outbound',
    authorKind: 'member',
    status: 'queued',
    text: 'Hi',
  })
  const again = await post(hotel, '/api/v1/conversations/2/messages', { text: 'Hi' }, 'k1')
  expect(again.json['id']).toBe(first.json['id'])
  sqliteOf(hotel.db).prepare('update conversations set last_inbound_provider_at = 1').run()
  const late = await post(hotel, '/api/v1/conversations/3/messages', { text: 'Hi' })
  expect([late.status, late.json['code']]).toEqual([422, 'outside_reply_window'])
  for (const body of [{}, { text: 1 }, { text: 'x', to: 'you' }, []]) {
    expect((await post(hotel, '/api/v1/conversations/2/messages', body)).status).toBe(422)
  }
  expect((await post(hotel, '/api/v1/conversations/2/messages', '{')).status).toBe(400)
})

test('after 120 requests in a minute the key waits', async () => {
  const { key } = createApiKey(garage.db, 'busy')
  const authorization = `Bearer ${key}`
  for (let n = 0; n < 120; n += 1) await get(garage, '/api/v1/contacts', { authorization })
  const refused = await get(garage, '/api/v1/contacts', { authorization })
  expect(refused.status).toBe(429)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await get(garage, '/api/v1/contacts')).status).toBe(200)
})

async function get(company: TestCompany, path: string, headers: { authorization?: string } = {}) {
  const own = company === hotel ? hotelKey : garageKey
  const authorization = 'authorization' in headers ? headers.authorization : `Bearer ${own}`
  const answer = await server.fetch({
    host: company.host,
    path,
    headers: authorization ? { authorization } : {},
  })
  return read(answer)
}

async function post(company: TestCompany, path: string, body: unknown, idempotencyKey?: string) {
  const headers: Record<string, string> = {
    ...{ authorization: `Bearer ${hotelKey}`, 'content-type': 'application/json' },
    ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return read(await server.fetch({ host: company.host, path, method: 'POST', headers, body: text }))
}

function read(answer: Awaited<ReturnType<TestServer['fetch']>>) {
  const type = answer.headers['content-type'] ?? ''
  return { ...answer, type, json: JSON.parse(answer.body || '{}') as Json }
}

/** Seven conversations with the same ids and provider ids in both companies. */
function fill(company: TestCompany): void {
  const sqlite = sqliteOf(company.db)
  sqlite.exec(`insert into endpoints (id, key, channel, name, created_at, updated_at)
    values (1, 'k-${company.slug}', 'whatsapp-cloud', 'x', 0, 0)`)
  for (let id = 1; id <= 7; id += 1) {
    const at = Date.UTC(2026, 0, 1, 0, 0, id)
    sqlite.exec(`
      insert into contacts (id, name, created_at, updated_at) values (${id}, '${company.slug} ${id}', ${at}, ${at});
      insert into conversations (id, contact_id, endpoint_id, channel, last_message_at, created_at, updated_at)
        values (${id}, ${id}, 1, 'whatsapp-cloud', ${at}, ${at}, ${at});
      insert into messages (id, conversation_id, endpoint_id, direction, author_kind, type, text, status, provider_id, provider_at, sort_at, created_at)
        values (${id}, ${id}, 1, 'inbound', 'contact', 'text', 'Hello ${company.slug}', 'received', 'p${id}', ${at}, ${at}, ${at});`)
  }
}
