import { afterAll, beforeAll, expect, test } from 'vitest'
import { applyReading } from '#app/domain/lead-fields/apply-reading.server.ts'
import { openLead } from '#app/domain/leads/create.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addConversation, addEndpoint, addMember, addMessage } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

let server: TestServer
let own: TestCompany
let rival: TestCompany
let grace: number, ali: number, viewer: number
let leadId: number, conversationId: number, contactId: number, messageId: number

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  own = server.addCompany('own-cars', 'car-dealer')
  rival = server.addCompany('rival-cars', 'car-dealer')
  // The same ids stand for other things in the other company.
  for (const company of [own, rival]) {
    grace = addMember(company.db, 'agent', 'Grace').id
    ali = addMember(company.db, 'agent', 'Ali').id
    viewer = addMember(company.db, 'viewer', 'Vera').id
    const line = addEndpoint(company.db)
    const name = company === own ? 'Asha Wanjiru' : 'Someone Else'
    const texts = ['My budget is 900k', 'I want to trade in my Vitz']
    const made = addConversation(company.db, line, { name, texts, assignedTo: grace })
    ;[conversationId, contactId] = [made.id, made.contactId]
    messageId = made.messageIds[0] ?? 0
    leadId = openLead(company.db, { kind: 'system' }, { contactId, conversationId, title: '' })
    const values = [{ field: 'budget', value: '900000', messageId }]
    applyReading(company.db, { leadId, conversationId, values })
  }
})
afterAll(() => server.close())

type Asked = { path: string; form?: Record<string, string>; as?: number; at?: TestCompany }

function ask({ path, form, as = 1, at = own }: Asked) {
  return server.fetch({
    ...{ host: at.host, path, method: form ? 'POST' : 'GET' },
    body: form && new URLSearchParams(form).toString(),
    headers: {
      cookie: server.cookieOf(at, as),
      'content-type': 'application/x-www-form-urlencoded',
      ...(form && { origin: `http://${at.host}` }),
    },
  })
}

const budget = (company: TestCompany) =>
  sqliteOf(company.db)
    .prepare(`select value, state from lead_field_values where field = 'budget'`)
    .get()

test('the value, its message and that nobody has confirmed it, wherever the lead is shown', async () => {
  for (const path of [
    `/leads/${leadId}`,
    `/conversations/${conversationId}`,
    `/contacts/${contactId}`,
  ]) {
    const { body, status } = await ask({ path, as: grace })
    expect(status, path).toBe(200)
    expect(body, path).toMatch(/900,000\.00/)
    expect(body, path).toMatch(/nconfirmed/)
    expect(body, path).toContain(`/messages/${messageId}"`)
  }
  expect((await ask({ path: '/leads', as: grace })).body).toMatch(/900,000\.00/)
})

test('who may not know the customer finds nothing and changes nothing', async () => {
  const field = `/leads/${leadId}/fields/budget`
  for (const path of [`/leads/${leadId}`, field, `/messages/${messageId}`])
    expect((await ask({ path, as: ali })).status, path).toBe(404)
  const writes = [field, `${field}/confirmation`, `${field}/removal`, `/leads/${leadId}/reading`]
  for (const path of writes) {
    expect((await ask({ path, form: { value: '1' }, as: ali })).status, path).toBe(404)
    expect((await ask({ path, form: { value: '1' }, as: viewer })).status, path).toBe(403)
  }
  expect((await ask({ path: '/leads', as: ali })).body).not.toContain('900,000')
  expect(budget(own)).toEqual({ value: '90000000', state: 'proposed' })
})

test('a viewer reads, without anything to press', async () => {
  const { body } = await ask({ path: `/leads/${leadId}`, as: viewer })
  expect(body).toMatch(/900,000\.00/)
  expect(body).not.toContain('/confirmation')
  expect(body).not.toContain(`/leads/${leadId}/reading`)
})

test('without JavaScript: what does not fit is said with what was typed, then corrected', async () => {
  const path = `/leads/${leadId}/fields/budget`
  const wrong = await ask({ path, form: { value: 'plenty of it' }, as: grace })
  expect(wrong.body).toContain('plenty of it')
  expect(wrong.body).toContain('Write a number.')
  const back = `/conversations/${conversationId}`
  const right = await ask({ path, form: { value: '850,000', back }, as: grace })
  expect([right.status, right.headers.location]).toEqual([302, back])
  expect(budget(own)).toEqual({ value: '85000000', state: 'confirmed' })
  expect(budget(rival)).toEqual({ value: '90000000', state: 'proposed' })
  const page = await ask({ path, as: grace })
  expect(page.body).toMatch(/Grace<!-- --> wrote|Grace wrote/)
  const elsewhere = await ask({ path, form: { value: '1000', back: '//evil.test' }, as: grace })
  expect(elsewhere.headers.location).toBe(`/leads/${leadId}`)
})

test('confirm, clear and read again come back to where one was', async () => {
  const values = [{ field: 'trade_in', value: 'yes', messageId: messageId + 1 }]
  applyReading(own.db, { leadId, conversationId, values })
  const field = `/leads/${leadId}/fields/trade_in`
  const form = { returnTo: `/leads/${leadId}` }
  const confirmed = await ask({ path: `${field}/confirmation`, form, as: grace })
  expect([confirmed.status, confirmed.headers.location]).toEqual([303, `/leads/${leadId}`])
  expect((await ask({ path: field, as: grace })).body).toContain('Confirmed by')
  await ask({ path: `${field}/removal`, form, as: grace })
  expect((await ask({ path: `${field}/removal`, form: {}, as: grace })).status).toBe(404)
  const path = `/leads/${leadId}/reading`
  expect((await ask({ path, form, as: grace })).headers.location).toBe(`/leads/${leadId}`)
  const again = await ask({ path, form, as: grace })
  expect(again.headers.location).toBe(`/leads/${leadId}?problem=being_read`)
  const page = await ask({ path: `/leads/${leadId}?problem=being_read`, as: grace })
  expect(page.body).toContain('The conversation is being read already.')
})

test('a message is found where it stands, however far back', async () => {
  const { headers } = await ask({ path: `/messages/${messageId}`, as: grace })
  expect(headers.location).toBe(`/conversations/${conversationId}#message-${messageId}`)
  const endpointId = sqliteOf(own.db).prepare('select id from endpoints').pluck().get() as number
  for (let count = 0; count < 90; count += 1)
    addMessage(own.db, {
      ...{ conversationId, endpointId, text: `later ${count}` },
      sortAt: Date.now() + count * 1_000,
    })
  const moved = await ask({ path: `/messages/${messageId}`, as: grace })
  const target = moved.headers.location ?? ''
  expect(target).toMatch(/\?before=[^#]+#message-/)
  const page = await ask({ path: target.split('#')[0] ?? '', as: grace })
  expect(page.body).toContain(`id="message-${messageId}"`)
})

test('a field that the trade has not, or a lead that is not there, is a 404', async () => {
  for (const path of [`/leads/${leadId}/fields/nights`, '/leads/999/fields/budget'])
    expect((await ask({ path })).status, path).toBe(404)
})

test.each(['33.5', '0.5', '1e1', '-1', '101', 'half'])(
  'a chance of %s is refused',
  async (typed) => {
    const form = { title: 'Kept as typed', probability: typed }
    const response = await ask({ path: `/leads/${leadId}`, form })
    expect(response.status).toBeLessThan(500)
    if (typed !== '1e1') expect(response.body.toString()).toContain('Kept as typed')
  },
)

test('a choice is none of the names that every object has', async () => {
  for (const value of ['__proto__', 'constructor', 'toString']) {
    const response = await ask({ path: `/leads/${leadId}/fields/trade_in`, form: { value } })
    expect(response.status, value).toBeLessThan(500)
  }
})
