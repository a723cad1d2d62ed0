import { afterAll, beforeAll, expect, test } from 'vitest'
import { addConversation, addEndpoint, addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'

let server: TestServer
let own: TestCompany
let rival: TestCompany
let grace: number
let ali: number
let asha: number
let other: number

beforeAll(async () => {
  server = await startTestServer({ pages: true, jobs: true })
  own = server.addCompany('own-hotel')
  rival = server.addCompany('rival-hotel')
  grace = addMember(own.db, 'agent', 'Grace').id
  ali = addMember(own.db, 'agent', 'Ali').id
  const line = addEndpoint(own.db)
  asha = addConversation(own.db, line, {
    ...{ name: 'Asha Wanjiru', phone: '+254711000111', assignedTo: grace },
  }).contactId
  other = addConversation(own.db, line, {
    ...{ name: '=cmd|calc', phone: '+254722000222', assignedTo: ali },
  }).contactId
})
afterAll(() => server.close())

type Asked = { path: string; form?: Record<string, string>; as?: number; at?: TestCompany }

function ask({ path, form, as = 1, at = own }: Asked) {
  const body = form && new URLSearchParams(form).toString()
  return server.fetch({
    ...{ host: at.host, path, method: form ? 'POST' : 'GET', body },
    headers: {
      cookie: server.cookieOf(at, as),
      'content-type': 'application/x-www-form-urlencoded',
      ...(form && { origin: `http://${at.host}` }),
    },
  })
}

test('two agents know only their own customers, in lists, pages, search and exports', async () => {
  sqliteOf(own.db)
    .prepare(`update members set permissions_json = '["contacts.export"]' where id = ?`)
    .run(grace)
  const list = await ask({ path: '/contacts', as: grace })
  expect(list.body).toContain('Asha Wanjiru')
  expect(list.body).not.toContain('cmd|calc')
  const search = await ask({ path: '/contacts?q=0722000222', as: grace })
  expect(search.body).not.toContain('cmd|calc')
  for (const path of [
    `/contacts/${other}`,
    `/contacts/${other}/edit`,
    `/contacts/${other}/history`,
  ])
    expect((await ask({ path, as: grace })).status, path).toBe(404)
  const writes = ['notes', 'consent', 'block'].map((name) => `/contacts/${other}/${name}`)
  const form = { text: 'x', channel: 'telegram', category: '*', state: 'granted', blocked: 'yes' }
  for (const path of writes) expect((await ask({ path, form, as: grace })).status, path).toBe(404)
  const file = await ask({ path: '/contacts/export', form: { format: 'csv' }, as: grace })
  expect(file.body).toContain('Asha Wanjiru')
  expect(file.body).not.toContain('254722000222')
  await ask({ path: '/contacts/bulk', form: { id: String(other), change: 'block' }, as: grace })
  const page = await ask({ path: `/contacts/${other}` })
  expect(page.body).not.toContain('>Blocked<')
})

test('an export runs nothing: CSV and workbook', async () => {
  const csv = await ask({ path: '/contacts/export', form: { format: 'csv' } })
  expect(csv.headers['content-disposition']).toContain('contacts.csv')
  expect(csv.body).toContain(`'=cmd|calc`)
  const audited = sqliteOf(own.db)
    .prepare(`select count(*) from audit_log where action = 'contacts.exported'`)
    .pluck()
    .get()
  expect(audited).toBeGreaterThan(0)
  const xlsx = await ask({ path: '/contacts/export', form: { format: 'xlsx' } })
  expect(xlsx.status).toBe(200)
  expect(xlsx.headers['content-type']).toContain('spreadsheetml')
})

test('a contact is written down, edited and found again; a wrong number is said beside the field', async () => {
  const wrong = await ask({ path: '/contacts/new', form: { name: 'Baraka', phone: '12' } })
  expect(wrong.body).toContain('Write the number with its country code')
  expect(wrong.body).toContain('value="Baraka"')
  const made = await ask({ path: '/contacts/new', form: { name: 'Baraka', phone: '0733 000 333' } })
  const path = made.headers.location ?? ''
  expect(path).toMatch(/^\/contacts\/\d+$/)
  const twice = await ask({ path: '/contacts/new', form: { name: 'B.', phone: '+254733000333' } })
  expect(twice.body).toContain('There is a contact with this number')
  const form = { name: 'Baraka O.', phone: '0733000333', language: 'sheng', phoneVerified: 'on' }
  expect((await ask({ path: `${path}/edit`, form })).status).toBe(302)
  const page = await ask({ path })
  expect(page.body).toContain('Sheng')
  expect(page.body).toContain('Baraka O.')
})

test('an agent sees whom they wrote down, and no colleague does', async () => {
  const made = await ask({ path: '/contacts/new', form: { name: 'Walk-in' }, as: grace })
  const path = made.headers.location ?? ''
  expect((await ask({ path, as: grace })).status).toBe(200)
  expect((await ask({ path, as: ali })).status).toBe(404)
})

test('a company’s own fields, their values and the filter by them', async () => {
  const fields = '/settings/contact-fields'
  const bad = await ask({ path: fields, form: { name: 'Branch', type: 'choice', choices: '' } })
  expect(bad.body).toContain('A list needs at least one choice')
  const form = { name: 'Branch', type: 'choice', choices: 'Nairobi\nMombasa' }
  expect((await ask({ path: fields, form })).status).toBe(302)
  const edit = { name: 'Asha Wanjiru', phone: '+254711000111', 'field-1': 'Mombasa' }
  await ask({ path: `/contacts/${asha}/edit`, form: edit })
  const found = await ask({ path: '/contacts?field=1&value=mombasa' })
  expect(found.body).toContain('Asha Wanjiru')
  expect(found.body).not.toContain('Baraka')
  expect((await ask({ path: fields, at: rival })).body).not.toContain('Branch')
})

test('a file is imported with live counts and its rejected rows handed back', async () => {
  const csv = 'Jina;Simu\r\nNeema;0744000444\r\nMbaya;12\r\n'
  const boundary = 'xxBOUNDxx'
  const body = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="wateja.csv"\r\nContent-Type: text/csv\r\n\r\n${csv}\r\n--${boundary}--\r\n`
  const up = await server.fetch({
    ...{ host: own.host, path: '/contacts/import', method: 'POST', body },
    headers: {
      ...{ cookie: server.cookieOf(own), origin: `http://${own.host}` },
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  })
  const path = up.headers.location ?? ''
  expect(path).toMatch(/^\/contacts\/import\/\d+$/)
  expect((await ask({ path })).body).toContain('Neema')
  const form = { 'column-0': 'name', 'column-1': 'phone', duplicates: 'update' }
  const none = await ask({ path, form: { ...form, 'column-1': 'name' } })
  expect(none.body).toContain('Two columns cannot be the same thing')
  expect((await ask({ path, form })).status).toBe(302)
  await expect.poll(async () => (await ask({ path })).body).toContain('The import is done')
  expect((await ask({ path: '/contacts?q=neema' })).body).toContain('+254744000444')
  const rejected = await ask({ path: `${path}/rejections` })
  expect(rejected.body).toContain('Mbaya,12,3,"Simu: Write the number')
  expect((await ask({ path, at: rival })).status).toBe(404)
})

test('two contacts become one and two again; the old address leads to who stayed', async () => {
  const made = await ask({ path: '/contacts/new', form: { name: 'Asha W', email: 'a@x.example' } })
  const gone = Number(made.headers.location?.split('/').at(-1))
  const compare = await ask({ path: `/contacts/${asha}/merge?with=${gone}` })
  expect(compare.body).toContain('a@x.example')
  const form = { gone: String(gone), name: 'keep', email: 'gone' }
  expect((await ask({ path: `/contacts/${asha}/merge`, form, as: grace })).status).toBe(403)
  expect((await ask({ path: `/contacts/${asha}/merge`, form })).status).toBe(302)
  expect((await ask({ path: `/contacts/${gone}` })).headers.location).toBe(`/contacts/${asha}`)
  const page = await ask({ path: `/contacts/${asha}` })
  const undo = /\/contacts\/merges\/\d+\/undo/.exec(page.body)?.[0] ?? ''
  expect((await ask({ path: undo, form: {} })).status).toBe(302)
  expect((await ask({ path: `/contacts/${gone}` })).body).toContain('Asha W')
})

test('a person’s data is handed out; erasing asks for the name', async () => {
  const zip = await ask({ path: `/contacts/${asha}/data`, form: {} })
  expect(zip.headers['content-type']).toBe('application/zip')
  const path = `/contacts/${other}/erasure`
  expect((await ask({ path })).body).toContain('What has to stay')
  const wrong = await ask({ path, form: { name: 'nobody' } })
  expect(wrong.body).toContain('This is not what stands above')
  const manager = addMember(own.db, 'manager').id
  expect((await ask({ path, form: { name: '=cmd|calc' }, as: manager })).status).toBe(403)
  const done = await ask({ path, form: { name: '=cmd|calc' } })
  expect(done.headers.location).toBe('/contacts?note=erased')
  expect((await ask({ path: `/contacts/${other}` })).status).toBe(404)
})

test('retention is the company’s own, and only who may save saves it', async () => {
  const path = '/settings/retention'
  const form = { messages: '365', contacts: '' }
  expect((await ask({ path, form })).headers.location).toBe('/settings/retention?saved')
  expect((await ask({ path })).body).toMatch(/<option value="365" selected/)
  expect((await ask({ path, at: rival })).body).not.toMatch(/<option value="365" selected/)
  expect((await ask({ path, form, as: grace })).status).toBe(403)
})

test('a keeper who is not there is said beside the field, and what was typed stays', async () => {
  for (const path of ['/contacts/new', `/contacts/${asha}/edit`]) {
    const form = { name: 'Zuri Typed', phone: '+254733000999', ownerId: '999' }
    const response = await ask({ path, form })
    expect(response.status, path).toBeLessThan(500)
    const page = response.body.toString()
    expect(page, path).toContain('Zuri Typed')
    expect(page, path).toContain('ownerId-error')
  }
})
