import { afterAll, beforeAll, expect, test } from 'vitest'
import { notes } from '#app/domain/conversations/schema.server.ts'
import { listMacros } from '#app/domain/macros/list.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let agent: Actor
let mine: number
const owner: Actor = { id: 1, role: 'owner', extra: [] }

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  agent = addMember(hotel.db, 'agent', 'Otieno')
  const line = addEndpoint(hotel.db)
  mine = addConversation(hotel.db, line, { name: 'Asha', assignedTo: agent.id }).id
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
const NEW = '/settings/macros/new'

test('steps are added, moved and removed without a script, and nothing typed is lost', async () => {
  const typed = { name: 'Follow up', scope: 'company' }
  const added = await ask(owner, NEW, { ...typed, do: 'add', newKind: 'note' })
  expect(added.status).toBe(200)
  expect(added.body).toContain('name="kind.0"')
  expect(added.body).toContain('value="Follow up"')
  const rows = { 'kind.0': 'note', 'text.0': 'first', 'kind.1': 'close', 'value.1': 'resolved' }
  const moved = await ask(owner, NEW, { ...typed, ...rows, do: 'down.0' })
  expect(moved.body).toMatch(/name="kind.1"[^>]*value="note"|value="note"[^>]*name="kind.1"/)
  expect(listMacros(hotel.db, owner).rows).toEqual([])
  const empty = await ask(owner, NEW, { ...typed, 'kind.0': 'add_tag', 'value.0': '' })
  expect(empty.status).toBe(422)
  expect(empty.body).toContain('Say what this step is to do.')
  const saved = await ask(owner, NEW, { ...typed, ...rows })
  expect(saved.headers.location).toBe('/settings/macros?saved')
  expect(listMacros(hotel.db, owner).rows).toMatchObject([
    { name: 'Follow up', steps: [{ kind: 'note' }, { kind: 'close' }] },
  ])
})

test('run from the thread without a script: done, or the step that stood in the way', async () => {
  const macro = { name: 'Leave a word', scope: 'private', 'kind.0': 'note', 'text.0': 'called' }
  await ask(agent, NEW, macro)
  await ask(agent, NEW, {
    ...{ ...macro, name: 'Pass on', 'kind.1': 'assign', 'value.1': 'queue' },
  })
  const [, leave, pass] = listMacros(hotel.db, agent).rows
  const path = `/conversations/${mine}`
  expect((await ask(agent, path)).body).toContain('Leave a word')
  const listed = JSON.parse((await ask(agent, `${path}/macros`)).body) as unknown[]
  expect(listed).toHaveLength(3)
  const form = { returnTo: path, runKey: 'abcdefgh' }
  const ran = await ask(agent, `${path}/macros/${leave?.id}/runs`, form)
  expect(ran.headers.location).toBe(`${path}?ran=${leave?.id}`)
  const shown = await ask(agent, String(ran.headers.location))
  expect(shown.body).toContain('Done, all steps.')
  expect(shown.body).toContain('Otieno ran “Leave a word”: Add a note')
  const stopped = await ask(agent, `${path}/macros/${pass?.id}/runs`, form)
  expect((await ask(agent, String(stopped.headers.location))).body).toContain(
    'Nothing was done. Step 2 is not possible',
  )
  expect(hotel.db.select().from(notes).all()).toHaveLength(1)
})

test('nobody runs or changes what is not theirs', async () => {
  const [shared, own] = listMacros(hotel.db, agent).rows
  const change = { name: 'x', scope: 'company', 'kind.0': 'note', 'text.0': 'y' }
  expect((await ask(agent, `/settings/macros/${shared?.id}`)).status).toBe(404)
  expect((await ask(agent, `/settings/macros/${shared?.id}`, change)).status).toBe(404)
  expect((await ask(agent, NEW, change)).status).toBe(422)
  expect((await ask(owner, `/settings/macros/${own?.id}/deletion`, {})).status).toBe(404)
  const run = { runKey: 'abcdefgh' }
  const foreign = await ask(owner, `/conversations/1/macros/${shared?.id}/runs`, run, shop)
  expect(foreign.status).toBe(404)
})
