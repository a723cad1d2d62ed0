import { afterAll, beforeAll, expect, test } from 'vitest'
import { addNote } from '#app/domain/conversations/notes.server.ts'
import { countInbox } from '#app/domain/conversations/counts.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let agent: Actor
let colleague: Actor
let mine: number
let theirs: number

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  agent = addMember(hotel.db, 'agent', 'Otieno Ouma')
  colleague = addMember(hotel.db, 'agent', 'Grace Akinyi')
  const line = addEndpoint(hotel.db)
  mine = addConversation(hotel.db, line, { name: 'Asha', assignedTo: agent.id }).id
  theirs = addConversation(hotel.db, line, { name: 'Brian', assignedTo: colleague.id }).id
  addConversation(shop.db, addEndpoint(shop.db), { name: 'Foreign' })
})
afterAll(() => server.close())

function ask(member: Actor, path: string, form?: Record<string, string>, company = hotel) {
  const headers: Record<string, string> = { cookie: server.cookieOf(company, member.id) }
  if (!form) return server.fetch({ host: company.host, path, headers })
  headers['content-type'] = 'application/x-www-form-urlencoded'
  const body = new URLSearchParams(form).toString()
  return server.fetch({ host: company.host, path, method: 'POST', headers, body })
}
const owner: Actor = { id: 1, role: 'owner', extra: [] }

test('a note without a script names the owner, who finds it in the view, the bell and at its place', async () => {
  const path = `/conversations/${mine}`
  const text = 'May I give 10 %? @owner'
  const made = await ask(agent, `${path}/notes`, { text, returnTo: path })
  expect(made.status).toBe(303)
  expect((await ask(owner, '/conversations?tab=mentions')).body).toContain('Asha')
  expect((await ask(owner, '/notifications')).body).toContain('You were mentioned')
  const shown = await ask(owner, path)
  expect(shown.body).toContain('Otieno Ouma mentioned you in a note.')
  const to = /\/conversations\/\d+\/notes\/\d+/.exec(shown.body)?.[0] as string
  const led = await ask(owner, to)
  expect([led.status, led.headers.location]).toEqual([
    302,
    expect.stringMatching(new RegExp(`^${path}#note-\\d+$`)),
  ])
  expect(countInbox(hotel.db, owner).mentions).toBe(1)
  await ask(owner, `${path}/mention-reads`, {})
  expect(countInbox(hotel.db, owner).mentions).toBe(0)
  expect((await ask(owner, path)).body).not.toContain('mentioned you in a note')
})

test('who cannot see the conversation is not offered, not told, and told of as such', async () => {
  const path = `/conversations/${mine}`
  const offers = JSON.parse((await ask(agent, `${path}/mentionable?q=`)).body) as unknown[]
  expect(offers).toEqual([expect.objectContaining({ name: 'Owner' })])
  await ask(agent, `${path}/notes`, { text: '@Grace Akinyi?', returnTo: path })
  expect((await ask(agent, path)).body).toContain(
    'Grace Akinyi cannot see this conversation and was not told.',
  )
  expect((await ask(colleague, '/notifications')).body).not.toContain('You were mentioned')
})

test('out of reach and in another company there is nothing', async () => {
  const note = addNote(hotel.db, colleague, theirs, 'quiet @Owner')
  if (!note.ok) throw new Error(note.reason)
  for (const path of [`notes/${note.noteId}`, 'mentionable?q='])
    expect((await ask(agent, `/conversations/${theirs}/${path}`)).status, path).toBe(404)
  expect((await ask(agent, `/conversations/${theirs}/mention-reads`, {})).status).toBe(404)
  expect((await ask(owner, `/conversations/${theirs}/notes/${note.noteId}`)).status).toBe(302)
  expect((await ask(owner, `/conversations/${mine}/notes/${note.noteId}`)).status).toBe(404)
  const foreign = await ask(owner, `/conversations/1/notes/${note.noteId}`, undefined, shop)
  expect(foreign.status).toBe(404)
})
