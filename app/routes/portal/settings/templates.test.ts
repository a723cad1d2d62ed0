import { afterAll, beforeAll, expect, test } from 'vitest'
import { findTemplateDetail, listAllTemplates } from '#app/domain/templates/list.server.ts'
import { noteTaken } from '#app/domain/templates/settle.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { addEndpoint, addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

let server: TestServer
let hotel: TestCompany
let shop: TestCompany
let agent: Actor
let manager: Actor
let line: number
const owner: Actor = { id: 1, role: 'owner', extra: [] }

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  hotel = server.addCompany('hotel')
  shop = server.addCompany('shop')
  agent = addMember(hotel.db, 'agent', 'Otieno')
  manager = addMember(hotel.db, 'manager', 'Mercy')
  line = addEndpoint(hotel.db)
})
afterAll(() => server.close())

function ask(member: Actor, path: string, form?: Record<string, string>, company = hotel) {
  const headers: Record<string, string> = { cookie: server.cookieOf(company, member.id) }
  if (!form) return server.fetch({ host: company.host, path, headers })
  headers['content-type'] = 'application/x-www-form-urlencoded'
  const body = new URLSearchParams(form).toString()
  return server.fetch({ host: company.host, path, method: 'POST', headers, body })
}
const NEW = '/settings/templates/new'
const form = () => ({
  ...{
    endpointId: String(line),
    name: 'visit',
    language: 'en',
    category: 'UTILITY',
    header: 'NONE',
  },
  ...{ body: 'Hello {{1}}, see you soon.', footer: '' },
})

test('without a script: what the review needs is asked for, nothing typed is lost, then it is sent', async () => {
  expect((await ask(manager, '/settings/templates')).body).toContain('No templates yet')
  const refused = await ask(manager, NEW, { ...form(), name: 'My Visit' })
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('Use small letters, numbers and _ only.')
  expect(refused.body).toContain('Give an example; the review needs it.')
  expect(refused.body).toContain('see you soon.')
  const rows = {
    'buttonKind.0': 'URL',
    'buttonText.0': 'Book',
    'buttonValue.0': 'https://x.example/b',
  }
  const sent = await ask(manager, NEW, { ...form(), ...rows, 'examples.0': 'Asha' })
  const [item] = listAllTemplates(hotel.db).rows
  expect(sent.headers.location).toBe(`/settings/templates/${item?.id}`)
  expect((await ask(manager, String(sent.headers.location))).body).toContain('Being sent')
  noteTaken(hotel.db, item?.id ?? 0, { providerId: '5', status: 'APPROVED' })
  const page = await ask(manager, `/settings/templates/${item?.id}`)
  expect(page.body).toContain('It can be sent.')
  const change = { ...form(), body: 'Dear {{1}}, see you soon.', 'examples.0': 'Asha' }
  expect((await ask(manager, `/settings/templates/${item?.id}`, change)).status).toBe(302)
  expect(findTemplateDetail(hotel.db, item?.id ?? 0)).toMatchObject({
    ...{ state: 'submitting', body: change.body },
  })
  const again = await ask(manager, `/settings/templates/${item?.id}`, change)
  expect(again.status).toBe(422)
})

test('agents see no settings, other companies nothing', async () => {
  const [item] = listAllTemplates(hotel.db).rows
  const path = `/settings/templates/${item?.id}`
  for (const address of ['/settings/templates', NEW, path])
    expect((await ask(agent, address)).status, address).toBe(403)
  expect((await ask(agent, `${path}/deletion`, {})).status).toBe(403)
  expect((await ask(owner, path, undefined, shop)).status).toBe(404)
  expect((await ask(owner, `${path}/deletion`, {}, shop)).status).toBe(404)
  expect(listAllTemplates(hotel.db).rows).toHaveLength(1)
  expect((await ask(manager, `${path}/deletion`, {})).headers.location).toContain('saved')
  expect(findTemplateDetail(hotel.db, item?.id ?? 0)?.state).toBe('deleting')
})
