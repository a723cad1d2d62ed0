import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { messages, notes } from '#app/domain/conversations/schema.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestResponse, TestServer } from '#tests/server.ts'

const OWNER: Actor = { id: 1, role: 'owner', extra: [] }

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let agent: Actor
let viewer: Actor
let mine: number
let theirs: number

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  agent = addMember(hotel.db, 'agent', 'Otieno')
  viewer = addMember(hotel.db, 'viewer', 'Vera')
  const line = addEndpoint(hotel.db)
  const open = { lastInboundProviderAt: Date.now() }
  mine = addConversation(hotel.db, line, {
    ...{ ...open, name: 'Asha', assignedTo: agent.id, texts: ['the oak table'] },
  }).id
  theirs = addConversation(hotel.db, line, {
    ...{ ...open, name: 'Brian', assignedTo: 1, texts: ['the oak secret'] },
  }).id
  // The same row ids in the other company hold other people's words.
  const shopLine = addEndpoint(shop.db)
  for (const name of ['Foreign Asha', 'Foreign Brian'])
    addConversation(shop.db, shopLine, { ...open, name, texts: [`words of ${name}`] })
})
afterAll(() => server.close())

function ask(
  company: TestCompany,
  memberId: number,
  request: { path: string; form?: Record<string, string> },
): Promise<TestResponse> {
  const { path, form } = request
  const headers: Record<string, string> = { cookie: server.cookieOf(company, memberId) }
  if (!form) return server.fetch({ host: company.host, path, headers })
  headers['content-type'] = 'application/x-www-form-urlencoded'
  const body = new URLSearchParams(form).toString()
  return server.fetch({ host: company.host, path, method: 'POST', headers, body })
}

describe('reading', () => {
  test('the list and the thread, as they stand in the page', async () => {
    const list = await ask(hotel, 1, { path: '/conversations' })
    expect(list.status).toBe(200)
    expect(list.body).toContain('Asha')
    const thread = await ask(hotel, 1, { path: `/conversations/${mine}` })
    expect(thread.body).toContain('the oak table')
  })

  test('an agent sees neither list, thread, search nor data of what is not theirs', async () => {
    const paths = [
      '/conversations',
      '/conversations?q=oak',
      '/conversations.data',
      '/conversations.data?q=secret',
    ]
    for (const path of paths)
      expect((await ask(hotel, agent.id, { path })).body, path).not.toMatch(/Brian|oak secret/)
    for (const path of [`/conversations/${theirs}`, `/conversations/${theirs}.data`]) {
      const response = await ask(hotel, agent.id, { path })
      expect(response.status, path).toBe(404)
      expect(response.body).not.toContain('oak secret')
    }
  })

  test('one company’s ids show nothing of another', async () => {
    for (const id of [1, 2]) {
      const page = await ask(hotel, 1, { path: `/conversations/${id}` })
      expect(page.body).not.toContain('Foreign')
    }
    expect((await ask(shop, 1, { path: '/conversations?q=oak' })).body).not.toContain('oak secret')
  })

  test.each(['0', '-1', '999', '1e3', 'x', '1 or 1=1', '99999999999999999999'])(
    'the conversation %j is not found',
    async (id) => {
      const path = `/conversations/${encodeURIComponent(id)}`
      expect((await ask(hotel, 1, { path })).status).toBe(404)
    },
  )

  test('odd filters, cursors and places in a thread are left aside', async () => {
    const odd = [
      'tab=everything&status=1&needs=%00',
      'cursor=%27%20or%201',
      'q=%22%27*%28%29',
      'cursor=LTE',
    ]
    for (const query of odd)
      expect((await ask(hotel, 1, { path: `/conversations?${query}` })).status, query).toBe(200)
    const path = `/conversations/${mine}?before=nonsense&pane=x&template=abc`
    expect((await ask(hotel, 1, { path })).status).toBe(200)
  })
})

describe('writing without a script', () => {
  const returnTo = () => `/conversations/${mine}`

  test('a message is queued and one is back in the conversation', async () => {
    const form = { text: 'Karibu\r\ntena', sendKey: 'no-script-1', returnTo: returnTo() }
    const path = `/conversations/${mine}/messages`
    const response = await ask(hotel, agent.id, { path, form })
    expect([response.status, response.headers.location]).toEqual([303, returnTo()])
    await ask(hotel, agent.id, { path, form })
    const sent = hotel.db
      .select()
      .from(messages)
      .all()
      .filter((row) => row.direction === 'outbound')
    expect(sent.map((row) => row.text)).toEqual(['Karibu\ntena'])
  })

  test('what is refused comes back with the words that were typed', async () => {
    const tooLong = 'long '.repeat(2_000)
    const response = await ask(hotel, 1, {
      ...{ path: `/conversations/${mine}/messages` },
      form: { text: tooLong, returnTo: returnTo() },
    })
    expect(response.status).toBe(422)
    expect(response.body).toContain('long long long')
    expect(response.body).toContain('role="alert"')
  })

  test('nobody is sent to another site', async () => {
    const places = ['https://evil.test/', '//evil.test', '/\\evil.test', 'evil', '/..//evil.test']
    for (const place of places) {
      const response = await ask(hotel, 1, {
        ...{ path: `/conversations/${mine}/takeover`, form: { returnTo: place } },
      })
      expect(response.headers.location, place).toBeUndefined()
    }
  })

  test('a refused assignment says why', async () => {
    const form = { memberId: '999', returnTo: returnTo() }
    const response = await ask(hotel, 1, { path: `/conversations/${mine}/assignment`, form })
    expect(response.headers.location).toBe(`${returnTo()}?problem=member_not_found`)
    const page = await ask(hotel, 1, { path: `${returnTo()}?problem=member_not_found` })
    expect(page.body).toContain('cannot be given conversations')
  })
})

describe('every write', () => {
  const writes: [string, Record<string, string>][] = [
    ['messages', { text: 'x' }],
    ['notes', { text: 'x' }],
    ['assignment', { memberId: '1' }],
    ['takeover', {}],
    ['handback', {}],
    ['closure', { outcome: 'won' }],
    ['reopening', {}],
    ['suggestion', {}],
    ['typing', {}],
    ['messages/1/retry', {}],
  ]

  test.each(writes)(
    '%s of a conversation out of reach is 404, of a viewer 403',
    async (name, form) => {
      const before = findReachable(hotel.db, OWNER, theirs)
      const path = `/conversations/${theirs}/${name}`
      expect((await ask(hotel, agent.id, { path, form })).status).toBe(404)
      expect(
        (await ask(hotel, agent.id, { path, form: { ...form, returnTo: '/conversations' } }))
          .status,
      ).toBe(404)
      expect((await ask(hotel, viewer.id, { path, form })).status).toBe(403)
      expect(findReachable(hotel.db, OWNER, theirs)).toEqual(before)
    },
  )

  test('fields that are not asked for change nothing', async () => {
    const form = {
      text: 'a note',
      id: '2',
      memberId: '1',
      conversationId: String(theirs),
      createdAt: '1',
    }
    await ask(hotel, agent.id, { path: `/conversations/${mine}/notes`, form })
    const written = hotel.db.select().from(notes).all().at(-1)
    expect(written).toMatchObject({ conversationId: mine, memberId: agent.id, text: 'a note' })
    expect(written?.createdAt).toBeGreaterThan(1)
  })

  test('an outcome that does not exist becomes the plain one', async () => {
    const path = `/conversations/${mine}/closure`
    await ask(hotel, 1, { path, form: { outcome: "won'; --" } })
    expect(findReachable(hotel.db, OWNER, mine)).toMatchObject({ outcome: 'resolved' })
  })
})
