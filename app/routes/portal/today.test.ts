import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '#app/domain/members/permissions.ts'
import { listTasks } from '#app/domain/tasks/list.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let agent: Actor
let other: Actor
let manager: Actor
let viewer: Actor
let conversationId: number

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  agent = addMember(hotel.db, 'agent', 'Grace')
  other = addMember(hotel.db, 'agent', 'Brian')
  manager = addMember(hotel.db, 'manager', 'David')
  viewer = addMember(hotel.db, 'viewer', 'Njeri')
  const line = addEndpoint(hotel.db)
  conversationId = addConversation(hotel.db, line, { name: 'Asha', assignedTo: agent.id }).id
})
afterAll(() => server.close())

const openOf = (member: Actor) => listTasks(hotel.db, member, { state: 'open' }).rows

async function ask(memberId: number, path: string, company = hotel) {
  const headers = { cookie: server.cookieOf(company, memberId) }
  return server.fetch({ host: company.host, path, headers })
}

async function post(memberId: number, path: string, form: Record<string, string>, company = hotel) {
  return server.fetch({
    ...{ host: company.host, path, method: 'POST', body: new URLSearchParams(form).toString() },
    headers: {
      cookie: server.cookieOf(company, memberId),
      'content-type': 'application/x-www-form-urlencoded',
    },
  })
}

test('a line becomes a task, is done, and done again is undone; all by plain forms', async () => {
  const added = await post(agent.id, '/today', { what: 'count the towels tomorrow 9am' })
  expect(added.status).toBe(303)
  const [task] = openOf(agent)
  expect(task?.title).toBe('count the towels')
  expect((await ask(agent.id, added.headers.location ?? '')).body).toContain('is noted for')
  const done = await post(agent.id, `/tasks/${task?.id}/completion`, { done: '1' })
  expect(openOf(agent)).toEqual([])
  expect((await ask(agent.id, done.headers.location ?? '')).body).toContain('Undo')
  expect((await ask(agent.id, '/today?state=done')).body).toContain('count the towels')
  await post(agent.id, `/tasks/${task?.id}/completion`, { done: '0' })
  expect(openOf(agent)).toHaveLength(1)
})

test('what is not understood comes back with what was typed', async () => {
  const past = await post(agent.id, '/today', { what: 'Pay the plumber', at: '2001-01-01T09:00' })
  expect(past.body).toContain('Pay the plumber')
  expect(past.body).toContain('This time is over')
  const empty = await post(agent.id, '/tasks/new', { what: 'tomorrow 9am' })
  expect(empty.body).toContain('Say what is to be done, too.')
})

test('a task about a customer needs the customer within reach', async () => {
  const about = { what: 'Call about the deposit', conversationId: String(conversationId) }
  expect((await post(other.id, '/tasks/new', about)).body).toContain('not there')
  expect(openOf(other)).toEqual([])
  expect((await ask(other.id, `/tasks/new?conversation=${conversationId}`)).status).toBe(404)
  expect((await post(agent.id, '/tasks/new', about)).status).toBe(303)
  const owed = openOf(agent).find((row) => row.conversationId === conversationId)
  expect(owed).toMatchObject({ kind: 'follow_up', contactName: 'Asha' })
  expect((await ask(agent.id, `/conversations/${conversationId}`)).body).toContain(
    'Call about the deposit',
  )
})

test("a colleague's tasks are nobody's to change; a manager sees what is owed to customers", async () => {
  await post(agent.id, '/today', { what: 'Dentist tomorrow' })
  const own = openOf(agent).find((row) => row.title === 'Dentist')
  for (const who of [other.id, manager.id]) {
    expect((await ask(who, `/tasks/${own?.id}`)).status).toBe(404)
    for (const verb of ['completion', 'deletion', 'restoration'])
      expect((await post(who, `/tasks/${own?.id}/${verb}`, {})).status).toBe(404)
  }
  const seen = (await ask(manager.id, `/today?member=${agent.id}`)).body
  expect(seen).toContain('Call about the deposit')
  expect(seen).not.toContain('Dentist')
  expect((await ask(other.id, `/today?member=${agent.id}`)).body).not.toContain('deposit')
  expect((await ask(viewer.id, '/today')).status).toBe(403)
  expect((await ask(1, `/tasks/${own?.id}`, shop)).status).toBe(404)
})

test('changed, deleted and taken back', async () => {
  await post(agent.id, '/today', { what: 'Order soap tomorrow 9am' })
  const soap = openOf(agent).find((row) => row.title === 'Order soap')
  const next = String(new Date().getUTCFullYear() + 1)
  expect(
    (await post(agent.id, `/tasks/${soap?.id}`, { title: '', at: `${next}-01-01T08:00` })).body,
  ).toContain('aria-invalid="true"')
  await post(agent.id, `/tasks/${soap?.id}`, { title: 'Order shampoo', at: `${next}-01-01T08:00` })
  expect(openOf(agent).find((row) => row.id === soap?.id)?.title).toBe('Order shampoo')
  const gone = await post(agent.id, `/tasks/${soap?.id}/deletion`, {})
  expect(openOf(agent).some((row) => row.id === soap?.id)).toBe(false)
  expect((await ask(agent.id, gone.headers.location ?? '')).body).toContain(
    `/tasks/${soap?.id}/restoration`,
  )
  await post(agent.id, `/tasks/${soap?.id}/restoration`, {})
  expect(openOf(agent).some((row) => row.id === soap?.id)).toBe(true)
})
