import { afterAll, beforeAll, expect, test } from 'vitest'
import { conversations, messages } from '#app/domain/conversations/schema.server.ts'
import { saveTemplates } from '#app/domain/endpoints/templates.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let agent: Actor
let line: number
let theirs: { contactId: number }
const owner: Actor = { id: 1, role: 'owner', extra: [] }

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  agent = addMember(hotel.db, 'agent', 'Otieno')
  line = addEndpoint(hotel.db)
  addConversation(hotel.db, line, {
    name: 'Asha Mine',
    phone: '+254712000001',
    assignedTo: agent.id,
  })
  theirs = addConversation(hotel.db, line, {
    ...{ name: 'Brian Secret', phone: '+254712000002' },
    assignedTo: 1,
  })
  saveTemplates(hotel.db, line, [
    {
      ...{
        providerId: '1',
        name: 'hello',
        language: 'en',
        category: 'UTILITY',
        status: 'APPROVED',
      },
      components: [{ type: 'BODY', text: 'Hello {{1}}, a table is free.' }],
    },
  ])
  addEndpoint(shop.db)
})
afterAll(() => server.close())

function ask(member: Actor, path: string, form?: Record<string, string>, company = hotel) {
  const headers: Record<string, string> = { cookie: server.cookieOf(company, member.id) }
  if (!form) return server.fetch({ host: company.host, path, headers })
  headers['content-type'] = 'application/x-www-form-urlencoded'
  const body = new URLSearchParams(form).toString()
  return server.fetch({ host: company.host, path, method: 'POST', headers, body })
}
const PAGE = '/conversations/new'
const plus = (phone: string) => encodeURIComponent(phone)

test('an agent finds own customers and new numbers, and learns of nobody else', async () => {
  const list = await ask(agent, PAGE)
  expect(list.body).toContain('Asha Mine')
  expect(list.body).not.toContain('Brian Secret')
  expect((await ask(agent, `${PAGE}?q=Brian`)).body).toContain('Nobody found')
  expect((await ask(agent, `${PAGE}?q=${plus('+254712000009')}`)).body).toContain('Write to it')
  const closed = (await ask(agent, `${PAGE}?q=${plus('+254712000002')}`)).body
  expect(closed).toContain('You cannot start a conversation with this number')
  expect(closed).not.toContain('Brian')
  expect((await ask(agent, `${PAGE}?contact=${theirs.contactId}`)).status).toBe(404)
  expect((await ask(owner, `${PAGE}?q=Brian`)).body).toContain('Brian Secret')
  expect((await ask(owner, `${PAGE}?contact=${theirs.contactId}`, undefined, shop)).status).toBe(
    404,
  )
})

test('a new number without a script: the template, its gap, and the conversation', async () => {
  const page = await ask(agent, `${PAGE}?phone=${plus('+254712000009')}`)
  expect(page.body).toContain('Hello {{1}}, a table is free.')
  const [templateId] = /(?<=name="templateId" value=")\d+/.exec(page.body) ?? []
  const form = { phone: '+254712000009', endpointId: String(line), sendKey: 'abcdefgh' }
  const filled = { ...form, templateId: String(templateId), variable: 'Naliaka' }
  const empty = await ask(agent, `${PAGE}?phone=${plus('+254712000009')}`, {
    ...filled,
    variable: '',
  })
  expect(empty.status).toBe(422)
  const sent = [await ask(agent, PAGE, filled), await ask(agent, PAGE, filled)]
  expect(sent.map((one) => one.status)).toEqual([303, 303])
  expect(sent[0]?.headers.location).toBe(sent[1]?.headers.location)
  const mine = hotel.db.select().from(conversations).all().at(-1)
  expect(mine).toMatchObject({
    assignedTo: agent.id,
    status: expect.not.stringMatching('closed') as string,
  })
  expect(
    hotel.db
      .select()
      .from(messages)
      .all()
      .filter((one) => one.conversationId === mine?.id),
  ).toHaveLength(1)
  const shown = await ask(agent, String(sent[0]?.headers.location))
  expect(shown.body).toContain('Otieno started the conversation')
  expect(shown.body).toContain('Hello Naliaka, a table is free.')
})

test('words that may not go out come back; nonsense is refused', async () => {
  const form = { phone: '+254712000010', endpointId: String(line), text: 'Hello there' }
  const refused = await ask(agent, `${PAGE}?phone=${plus('+254712000010')}`, form)
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('More than 24 hours')
  expect((await ask(agent, PAGE, { text: 'x' })).status).toBe(400)
  expect((await ask(agent, PAGE, { ...form, phone: '+254712000002' })).status).toBe(422)
})

test('the way there stands in the inbox and on the contact', async () => {
  expect((await ask(agent, '/conversations')).body).toContain('href="/conversations/new"')
  expect((await ask(owner, `/contacts/${theirs.contactId}`)).body).toContain(
    `href="/conversations/new?contact=${theirs.contactId}"`,
  )
})
