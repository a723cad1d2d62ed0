import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { addConversation, addEndpoint, addMember, addMessage } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let agent: Actor
let other: Actor
let viewer: Actor
let id: number
let ours: number
let theirs: number

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  agent = addMember(hotel.db, 'agent', 'Otieno')
  other = addMember(hotel.db, 'agent', 'Fatuma')
  viewer = addMember(hotel.db, 'viewer', 'Vera')
  addMember(shop.db, 'agent', 'Asha')
  for (const company of [shop, hotel]) {
    const endpointId = addEndpoint(company.db)
    id = addConversation(company.db, endpointId, {
      ...{ assignedTo: agent.id, lastInboundProviderAt: Date.now(), texts: [] },
    }).id
    company.db.update(conversations).set({ channel: 'telegram' }).run()
    theirs = addMessage(company.db, {
      conversationId: id,
      endpointId,
      text: 'Hi',
      providerId: '5:1',
    })
    ours = addMessage(company.db, {
      ...{ conversationId: id, endpointId, text: 'Helo', providerId: '5:2', direction: 'outbound' },
      ...{ authorKind: 'member', authorMemberId: agent.id, status: 'sent', sortAt: Date.now() },
    })
  }
})
afterAll(() => server.close())

function post(member: Actor, path: string, form: Record<string, string>, company = hotel) {
  const headers = {
    cookie: server.cookieOf(company, member.id),
    'content-type': 'application/x-www-form-urlencoded',
  }
  const body = new URLSearchParams(form).toString()
  return server.fetch({
    ...{ host: company.host, path: `/conversations/${id}/${path}`, method: 'POST' },
    ...{ headers, body },
  })
}

const show = async (query: string) => {
  const headers = { cookie: server.cookieOf(hotel, agent.id) }
  return (await server.fetch({ host: hotel.host, path: `/conversations/${id}${query}`, headers }))
    .body
}
const rowsOf = (company: TestCompany) => company.db.select().from(messages).all()

describe('without a script', () => {
  test('the address asks for a quote or for other words', async () => {
    expect(await show(`?reply=${theirs}`)).toContain(`name="replyToId" value="${theirs}"`)
    expect(await show('?reply=999999')).not.toContain('name="replyToId"')
    expect(await show(`?edit=${ours}`)).toContain(`/messages/${ours}/wording`)
  })

  test('words that are refused are shown again, as they were typed', async () => {
    const text = 'x'.repeat(5000)
    const form = { text, returnTo: `/conversations/${id}?edit=${ours}` }
    const refused = await post(agent, `messages/${ours}/wording`, form)
    expect(refused.status).toBe(422)
    expect(refused.body).toContain(text)
    const taken = await post(agent, `messages/${ours}/wording`, { ...form, text: 'Hello' })
    expect([taken.status, taken.headers.location]).toEqual([303, `/conversations/${id}`])
    const page = await show('')
    expect(page).toContain('Earlier wording')
    expect(page).toContain('Helo')
  })

  test('an answer that a colleague has overtaken is asked about once, with the words kept', async () => {
    addMember(hotel.db, 'manager', 'Wanjiru')
    const form = { text: 'Mine', replyToId: String(theirs), returnTo: `/conversations/${id}` }
    hotel.db.update(messages).set({ authorMemberId: other.id, createdAt: Date.now() }).run()
    const asked = await post(agent, 'messages', form)
    expect(asked.status).toBe(422)
    expect(asked.body).toContain('Fatuma answered')
    expect(asked.body).toMatch(/<textarea[^>]*>Mine<\/textarea>/)
    expect(asked.body).toContain(`name="replyToId" value="${theirs}"`)
    const [box] = /<input[^>]*name="confirmedId"[^>]*>/.exec(asked.body) ?? []
    expect(box).toContain(`value="${ours}"`)
    const sent = await post(agent, 'messages', { ...form, confirmedId: String(ours) })
    expect(sent.status).toBe(303)
    hotel.db.update(messages).set({ authorMemberId: agent.id }).run()
  })
})

test('nobody else changes it: out of reach 404, viewers 403, another company nothing', async () => {
  const before = rowsOf(hotel)
  for (const [path, form] of [
    [`messages/${theirs}/reaction`, { emoji: '👍' }],
    [`messages/${ours}/wording`, { text: 'Not mine' }],
    [`messages/${ours}/removal`, {}],
    ['viewing', { state: 'here' }],
  ] as const) {
    expect((await post(other, path, form)).status, path).toBe(404)
    expect((await post(viewer, path, form)).status, path).toBe(403)
  }
  expect(rowsOf(hotel)).toEqual(before)
  await post(agent, `messages/${theirs}/reaction`, { emoji: '👍' })
  expect(JSON.parse((await post(agent, 'viewing', { state: 'here' })).body)).toEqual({
    ...{ ok: true, others: [] },
  })
  expect(rowsOf(shop).every((row) => row.editedAt === null)).toBe(true)
})
