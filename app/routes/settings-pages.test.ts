import { afterAll, beforeAll, expect, test } from 'vitest'
import { auditLog } from '#app/domain/audit/schema.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { listFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { listEndpoints } from '#app/domain/endpoints/connections.server.ts'
import { addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let server: TestServer
let own: TestCompany
let rival: TestCompany
beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: false })
  own = server.addCompany('own-settings')
  rival = server.addCompany('rival-settings')
})
afterAll(() => server.close())

async function post(
  path: string,
  fields: Record<string, string | File>,
  company: TestCompany = own,
  memberId = 1,
) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  const encoded = new Request('http://x/', { method: 'POST', body: form })
  return server.fetch({
    ...{ host: company.host, path, method: 'POST' },
    headers: {
      'content-type': encoded.headers.get('content-type') as string,
      cookie: server.cookieOf(company, memberId),
    },
    body: Buffer.from(await encoded.arrayBuffer()),
  })
}

function open(path: string, company: TestCompany = own, memberId = 1) {
  const headers = { cookie: server.cookieOf(company, memberId) }
  return server.fetch({ host: company.host, path, headers })
}

test('a logo belongs to the company that uploaded it', async () => {
  const logo = new File([PNG], 'logo.png', { type: 'image/png' })
  const saved = await post('/settings/look', { accentColor: '#7A1F3D', logo })
  expect([saved.status, saved.headers.location]).toEqual([302, '/settings/look?saved'])
  const { logoFileId, accentColor } = getCompany(own.db)
  expect(accentColor).toBe('#7a1f3d')
  expect((await open(`/files/${logoFileId}`)).headers['content-type']).toBe('image/png')
  expect((await open(`/files/${logoFileId}`, rival)).status).toBe(404)
  expect(getCompany(rival.db)).toMatchObject({ logoFileId: null, accentColor: '#0f766e' })
})

test('markup is no logo, whatever it is called, and nothing is kept of it', async () => {
  const before = getCompany(own.db).logoFileId
  const svg = new File(['<svg onload="alert(1)"/>'], 'logo.png', { type: 'image/png' })
  const refused = await post('/settings/look', { accentColor: '#000000', logo: svg })
  expect(refused.status).toBe(200)
  expect(refused.body).toContain('This kind of file is not accepted here')
  expect(getCompany(own.db)).toMatchObject({ logoFileId: before, accentColor: '#7a1f3d' })
})

test('a manager reads the settings and changes none; an agent sees none', async () => {
  const manager = addMember(own.db, 'manager').id
  const agent = addMember(own.db, 'agent').id
  const page = await open('/settings/assistant', own, manager)
  expect(page.status).toBe(200)
  expect(page.body).toContain('Owners and admins can change it')
  const entries = own.db.select().from(auditLog).all().length
  const fields = { isOn: 'on', threshold: '10', budget: '', tone: 'formal' }
  expect((await post('/settings/assistant', fields, own, manager)).status).toBe(403)
  expect((await open('/settings', own, agent)).status).toBe(403)
  expect((await open('/settings/api-keys', own, manager)).status).toBe(403)
  expect(getCompany(own.db).aiThreshold).toBe(0.6)
  expect(own.db.select().from(auditLog).all()).toHaveLength(entries)
})

test('an API key is in the one answer that made it, and opens its own company only', async () => {
  const made = await post('/settings/api-keys', { name: 'Shop' })
  const key = /baraza_[\w-]{40,}/.exec(made.body)?.[0] as string
  expect((await open('/settings/api-keys')).body).not.toContain(key)
  const ask = (host: string) =>
    server.fetch({ host, path: '/api/v1/contacts', headers: { authorization: `Bearer ${key}` } })
  expect((await ask(own.host)).status).toBe(200)
  expect((await ask(rival.host)).status).toBe(401)
  expect((await post('/settings/api-keys/1/revocation', {})).status).toBe(302)
  expect((await ask(own.host)).status).toBe(401)
})

test('what is taught in one company is unknown in the other', async () => {
  const added = await post('/knowledge/faqs/new', { question: 'Do you deliver?', answer: 'Yes' })
  expect(added.headers.location).toBe('/knowledge?note=saved')
  expect(listFaqs(own.db).items).toHaveLength(1)
  expect((await open('/knowledge/faqs/1', rival)).status).toBe(404)
  expect((await post('/knowledge/faqs/1/deletion', {}, rival)).status).toBe(404)
  expect(listFaqs(own.db).items).toHaveLength(1)
})

test('a number is connected once, and its secrets are on no page', async () => {
  const number = { phoneNumberId: '10650077', accessToken: 'EAAsecret', appSecret: 'topsecret' }
  const made = await post('/channels/new/whatsapp-cloud', number)
  expect(made.headers.location).toBe('/channels/1?note=added')
  const [endpoint] = listEndpoints(own.db)
  const page = await open('/channels/1')
  expect(page.body).toContain(`/webhooks/whatsapp-cloud/${endpoint?.key}`)
  expect(page.body).not.toMatch(/EAAsecret|topsecret/)
  const taken = await post('/channels/new/whatsapp-cloud', number, rival)
  expect(taken.body).toContain('This is connected already')
  expect(taken.body).not.toMatch(/EAAsecret|topsecret/)
  expect((await open('/channels/1', rival)).status).toBe(404)
  expect((await post('/channels/1/removal', {}, rival)).status).toBe(404)
  expect(listEndpoints(own.db)).toHaveLength(1)
})

test('a manager sees a channel without what changes it', async () => {
  const manager = addMember(own.db, 'manager', 'second').id
  const page = await open('/channels/1', own, manager)
  expect(page.status).toBe(200)
  expect(page.body).not.toContain('name="accessToken"')
  expect(page.body).not.toContain('Verify token')
  expect((await post('/channels/1/deactivation', {}, own, manager)).status).toBe(403)
})
