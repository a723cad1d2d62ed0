import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDrafts } from '#app/domain/drafts/save.server.ts'
import { messages } from '#app/domain/conversations/schema.server.ts'
import { listScheduled } from '#app/domain/scheduled-messages/list.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

const OWNER: Actor = { id: 1, role: 'owner', extra: [] }
const HOUR_MS = 3_600_000

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let agent: Actor
let mine: number
let theirs: number

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  agent = addMember(hotel.db, 'agent', 'Otieno')
  const line = addEndpoint(hotel.db)
  const open = { lastInboundProviderAt: Date.now() }
  mine = addConversation(hotel.db, line, { ...open, name: 'Asha', assignedTo: agent.id }).id
  theirs = addConversation(hotel.db, line, { ...open, name: 'Brian', assignedTo: 1 }).id
  const shopLine = addEndpoint(shop.db)
  for (const name of ['Foreign Asha', 'Foreign Brian'])
    addConversation(shop.db, shopLine, { ...open, name })
})
afterAll(() => server.close())

function post(company: TestCompany, memberId: number, path: string, form: Record<string, string>) {
  const headers = {
    cookie: server.cookieOf(company, memberId),
    'content-type': 'application/x-www-form-urlencoded',
  }
  const body = new URLSearchParams(form).toString()
  return server.fetch({ host: company.host, path, method: 'POST', headers, body })
}

const showThread = async (id: number, memberId = agent.id) => {
  const headers = { cookie: server.cookieOf(hotel, memberId) }
  return (await server.fetch({ host: hotel.host, path: `/conversations/${id}`, headers })).body
}

test('send later without a script: kept, shown, changed, sent, cancelled', async () => {
  const path = `/conversations/${mine}`
  const when = String(Date.now() + HOUR_MS)
  const form = { text: 'Are you coming?', when, cancelOnReply: 'on', returnTo: path }
  const made = await post(hotel, agent.id, `${path}/scheduled-messages`, form)
  expect([made.status, made.headers.location]).toEqual([303, path])
  const [item] = listScheduled(hotel.db, OWNER, mine)
  expect(item).toMatchObject({ text: 'Are you coming?', cancelOnReply: true, sendAt: Number(when) })
  expect(await showThread(mine)).toContain('not if they write first')
  const revised = await post(hotel, agent.id, `${path}/scheduled-messages/${item?.id}/revision`, {
    ...{ text: 'Shall we wait?', words: 'tomorrow 9am', returnTo: path },
  })
  expect(revised.status).toBe(303)
  expect(listScheduled(hotel.db, OWNER, mine)).toMatchObject([
    { text: 'Shall we wait?', cancelOnReply: false },
  ])
  await post(hotel, agent.id, `${path}/scheduled-messages/${item?.id}/delivery`, {})
  expect(hotel.db.select().from(messages).all().at(-1)).toMatchObject({ text: 'Shall we wait?' })
  const again = await post(hotel, agent.id, `${path}/scheduled-messages/${item?.id}/cancellation`, {
    returnTo: path,
  })
  expect(again.headers.location).toContain('problem=no_longer_waiting')
})

test.each<Record<string, string>>([
  { when: 'soon' },
  { sendAt: '2001-01-01T10:00' },
  { words: 'never ever' },
  {},
])('a time that is none keeps the words: %o', async (form) => {
  const path = `/conversations/${mine}`
  const response = await post(hotel, agent.id, `${path}/scheduled-messages`, {
    ...{ text: 'Kept words', returnTo: path },
    ...form,
  })
  expect(response.status).toBe(422)
  expect(response.body).toContain('Kept words')
})

test('a message can be taken back for a moment, by whoever has that switched on', async () => {
  const path = `/conversations/${mine}`
  const send = async (text: string) => {
    await post(hotel, agent.id, `${path}/messages`, { text, returnTo: path })
    return hotel.db.select().from(messages).all().at(-1)?.id
  }
  const undone = await post(hotel, agent.id, `${path}/messages/${await send('Too early')}/undo`, {})
  expect(JSON.parse(undone.body)).toMatchObject({ ok: true, text: 'Too early' })
  expect(await showThread(mine)).toContain('>Too early</textarea>')
  await post(hotel, agent.id, '/profile/undo-sending', {})
  const id = await send('At once')
  expect((await post(hotel, agent.id, `${path}/messages/${id}/undo`, {})).status).toBe(404)
})

test('a draft is kept per person and kind, and is gone once sent', async () => {
  const path = `/conversations/${mine}`
  for (const [kind, text] of Object.entries({ reply: 'Dear\r\nAsha', note: 'a regular' }))
    expect((await post(hotel, agent.id, `${path}/drafts`, { kind, text })).status).toBe(200)
  expect(findDrafts(hotel.db, agent, mine)).toMatchObject({
    ...{ reply: { text: 'Dear\nAsha' }, note: { text: 'a regular' } },
  })
  expect(await showThread(mine)).toContain('Dear\nAsha')
  expect(await showThread(mine, 1)).not.toContain('Dear\nAsha')
  await post(hotel, agent.id, `${path}/notes`, { text: 'a regular' })
  await post(hotel, agent.id, `${path}/messages`, { text: 'Dear Asha' })
  expect(findDrafts(hotel.db, agent, mine)).toEqual({})
})

test('nobody writes into what they cannot reach, nor into another company', async () => {
  const when = String(Date.now() + HOUR_MS)
  for (const name of ['scheduled-messages', 'drafts', 'messages/1/undo']) {
    const form = { text: 'secret', when, kind: 'reply' }
    const response = await post(hotel, agent.id, `/conversations/${theirs}/${name}`, form)
    expect(response.status, name).toBe(404)
  }
  expect(listScheduled(shop.db, OWNER, mine)).toEqual([])
  expect(findDrafts(hotel.db, agent, theirs)).toEqual({})
})
