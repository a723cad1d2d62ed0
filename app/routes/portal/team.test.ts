import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeConversation } from '#app/domain/conversations/close.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let agent: Actor
let other: Actor
let manager: Actor

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  agent = addMember(hotel.db, 'agent', 'Grace')
  other = addMember(hotel.db, 'agent', 'Brian')
  manager = addMember(hotel.db, 'manager', 'David')
  const line = addEndpoint(hotel.db)
  addConversation(hotel.db, line, { name: 'Asha Otieno', assignedTo: agent.id })
  const ended = addConversation(hotel.db, line, { name: 'Zuri Closed', assignedTo: agent.id })
  closeConversation(hotel.db, agent, ended.id, { outcome: 'resolved' })
  addConversation(shop.db, addEndpoint(shop.db), { name: 'Asha Foreign' })
})
afterAll(() => server.close())

async function ask(memberId: number, path: string, company = hotel) {
  const headers = { cookie: server.cookieOf(company, memberId) }
  return server.fetch({ host: company.host, path, headers })
}

test('the palette finds within reach and in this company alone', async () => {
  const find = async (who: number) =>
    JSON.parse((await ask(who, '/find/results?q=asha')).body) as Record<string, { name: string }[]>
  const found = await find(agent.id)
  expect(found['contacts']?.map(({ name }) => name)).toEqual(['Asha Otieno'])
  expect(found['conversations']?.map(({ name }) => name)).toEqual(['Asha Otieno'])
  expect(await find(other.id)).toEqual({ contacts: [], conversations: [], leads: [] })
  expect((await ask(manager.id, '/find?q=asha')).body).toContain('Asha Otieno')
  expect((await ask(agent.id, '/find/results?q=a')).body).not.toContain('Asha')
})

test('members stand with their load and figures, for who reads them', async () => {
  const { body } = await ask(manager.id, '/members?range=7d')
  expect(body).toContain('1 of ')
  expect(body).toMatch(new RegExp(`/reports/rows\\?metric=closed[^"]*member=${agent.id}`))
  expect((await ask(agent.id, '/members')).status).toBe(403)
})

test("one's own figures are one's own: nobody reads a colleague's", async () => {
  expect((await ask(manager.id, `/members/${agent.id}/performance`)).body).toContain('Grace')
  expect((await ask(agent.id, `/members/${other.id}/performance`)).status).toBe(403)
  expect((await ask(agent.id, `/members/${agent.id}/performance`)).status).toBe(403)
  expect((await ask(agent.id, '/profile/performance')).status).toBe(200)
  expect((await ask(1, `/members/${agent.id + 500}/performance`)).status).toBe(404)
  expect((await ask(1, `/members/${manager.id}/performance`, shop)).status).toBe(404)
})
