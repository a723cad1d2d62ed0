import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { lastChangeId } from '#app/domain/changes/record.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { conversationReads } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

const OWNER: Actor = { id: 1, role: 'owner', extra: [] }
let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let agent: Actor
let manager: Actor
let viewer: Actor
let id: number

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  agent = addMember(hotel.db, 'agent', 'Grace')
  manager = addMember(hotel.db, 'manager', 'David')
  viewer = addMember(hotel.db, 'viewer', 'Njeri')
  id = addConversation(hotel.db, addEndpoint(hotel.db), {
    ...{ name: 'Asha', assignedTo: agent.id, texts: ['Is the pool warm?'] },
  }).id
})
afterAll(() => server.close())

const audited = () =>
  hotel.db
    .select()
    .from(auditLog)
    .all()
    .map((entry) => entry.action)
    .filter((action) => action.startsWith('conversation.'))

function ask(
  memberId: number,
  path: string,
  options: { method?: string; company?: TestCompany } = {},
) {
  const { method = 'GET', company = hotel } = options
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const headers = { cookie: server.cookieOf(company, memberId), ...form }
  return server.fetch({ host: company.host, path, method, headers })
}

/** Every table that a page of a participant would leave something in. */
function traces() {
  const count = (table: string) =>
    sqliteOf(hotel.db).prepare(`select count(*) as n from ${table}`).get()
  const tables = ['conversation_events', 'notifications', 'assignments', 'jobs', 'drafts']
  return {
    ...{ change: lastChangeId(hotel.db), reads: hotel.db.select().from(conversationReads).all() },
    ...Object.fromEntries([...tables, 'conversation_viewers'].map((name) => [name, count(name)])),
  }
}

test('watching shows the messages only once it was said, and leaves no trace but in the audit log', async () => {
  const before = traces()
  const asked = await ask(manager.id, `/conversations/${id}/watch`)
  expect(asked.body).toContain('Start watching')
  expect(asked.body).not.toContain('data-timeline')
  const begun = await ask(manager.id, `/conversations/${id}/watch`, { method: 'POST' })
  expect(begun.status).toBe(303)
  const shown = await ask(manager.id, `/conversations/${id}/watch`)
  expect(shown.body).toContain('You are watching')
  expect(shown.body).toContain('Is the pool warm?')
  expect(shown.body).not.toContain('data-composer')
  expect(traces()).toEqual(before)
  expect(audited()).toEqual(['conversation.watched'])
})

test('agents, viewers and other companies watch nothing', async () => {
  for (const method of ['GET', 'POST']) {
    for (const who of [agent, viewer])
      expect((await ask(who.id, `/conversations/${id}/watch`, { method })).status).toBe(403)
    const foreign = await ask(1, `/conversations/${id}/watch`, { method, company: shop })
    expect(foreign.status).toBe(404)
  }
  const path = `/conversations/${id}/intervention`
  expect((await ask(agent.id, path, { method: 'POST' })).status).toBe(403)
  expect((await ask(1, path, { method: 'POST', company: shop })).status).toBe(404)
  expect(findReachable(hotel.db, OWNER, id)?.assignedTo).toBe(agent.id)
})

test('stepping in makes the conversation theirs and says so in its history', async () => {
  const done = await ask(manager.id, `/conversations/${id}/intervention`, { method: 'POST' })
  expect(done.headers.location).toBe(`/conversations/${id}`)
  expect(findReachable(hotel.db, OWNER, id)?.assignedTo).toBe(manager.id)
  expect((await ask(manager.id, `/conversations/${id}`)).body).toContain('stepped in')
  expect(audited()).toContain('conversation.stepped_in')
})
