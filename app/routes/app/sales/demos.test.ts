import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listProducts } from '#app/domain/catalog/products.server.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { writeFirstSettings } from '#app/domain/company/first-settings.server.ts'
import { listEndpoints } from '#app/domain/endpoints/connections.server.ts'
import { listFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { addFaq } from '#app/domain/knowledge/add-faq.server.ts'
import { listCompanies } from '#app/platform/companies/list.server.ts'
import { beginTrial } from '#app/platform/companies/trial.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { expireDemo, findDemo } from '#app/platform/demos/demos.server.ts'
import { listOutbox } from '#app/platform/mail/outbox.server.ts'
import { findProspect } from '#app/platform/sales/find.server.ts'
import { addTestProspect, addTestUser } from '#app/platform/sales/test-sales.ts'
import type { PlatformActor } from '#app/platform/users/permissions.ts'
import { createPlatformSession } from '#app/platform/users/sessions.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'

const PATIENCE = { timeout: 60_000, interval: 100 }

let server: TestServer
let rep: PlatformActor
let other: PlatformActor

beforeAll(async () => {
  server = await startTestServer({ pages: true, env: { AI_DEBOUNCE_MS: '10' } })
  rep = addTestUser(server.runtime.platform, 'Moses')
  other = addTestUser(server.runtime.platform, 'Neema')
})
afterAll(() => server.close())

function ask(path: string, form?: Record<string, string>, as = rep) {
  const token = createPlatformSession(server.runtime.platform, as.id, { ip: null, userAgent: null })
  return request('app.localhost', path, { form, cookie: `baraza_platform=${token}` })
}

function request(
  host: string,
  path: string,
  { form, cookie = '' }: { form?: Record<string, string>; cookie?: string },
) {
  return server.fetch({
    ...{ host, path, method: form ? 'POST' : 'GET' },
    body: form && new URLSearchParams(form).toString(),
    headers: {
      ...{ cookie, origin: `http://${host}` },
      'content-type': 'application/x-www-form-urlencoded',
    },
  })
}

/** A demo that is ready to be looked at. */
async function makeDemo(name: string) {
  const { platform } = server.runtime
  const id = addTestProspect(platform, rep, { name, contactName: 'Asha', city: 'Naivasha' })
  const made = await ask(`/sales/prospects/${id}/demo`, {})
  expect(made.headers.location).toContain('note=demo_made')
  await vi.waitFor(() => expect(findDemo(platform, rep, id)?.state).toBe('ready'), PATIENCE)
  return { id, demo: findDemo(platform, rep, id)! }
}

function inDemo<T>(tenantId: string, work: (db: TenantDb) => T) {
  const { directory, tenancy } = server.runtime
  return tenancy.withTenant(directory.findById(tenantId)!, work)
}

const countIn = (tenantId: string, sql: string) =>
  inDemo(tenantId, (db) => sqliteOf(db).prepare<[], number>(sql).pluck().get())

test('one click makes a company that lives, counts nowhere and writes to nobody', async () => {
  const { platform } = server.runtime
  const { id, demo } = await makeDemo('Ziwa Lodge')
  const { tenantId } = demo
  expect(findProspect(platform, rep, id)?.stage).toBe('demo')
  await ask(`/sales/prospects/${id}/demo`, {})
  expect(findDemo(platform, rep, id)?.tenantId).toBe(tenantId)

  const channels = await inDemo(tenantId, (db) => listEndpoints(db).map(({ channel }) => channel))
  expect(channels.sort()).toEqual(['telegram', 'web-chat', 'whatsapp-cloud'])
  expect(await countIn(tenantId, 'select count(*) from conversations')).toBeGreaterThanOrEqual(9)
  expect(await countIn(tenantId, 'select count(*) from sales')).toBe(1)
  expect(await countIn(tenantId, 'select count(*) from leads')).toBeGreaterThanOrEqual(4)
  expect(
    await countIn(
      tenantId,
      `select count(*) from leads l join lead_stages s
    on s.id = l.stage_id where s.kind = 'won'`,
    ),
  ).toBe(1)
  expect(await inDemo(tenantId, (db) => listProducts(db).items.length)).toBeGreaterThan(3)
  const twice = `select count(*) from (select 1 from leads group by contact_id having count(*) > 1)`
  expect(await countIn(tenantId, twice)).toBe(0)
  const late = `select count(*) from conversation_events e
    join conversations v on v.id = e.conversation_id join contacts c on c.id = v.contact_id
    where c.name <> 'Joyce Chebet' and e.at > v.last_message_at`
  expect(await countIn(tenantId, late)).toBe(0)
  await vi.waitFor(async () => {
    const answers = `select count(*) from messages m join contacts c on c.name = 'Joyce Chebet'
      join conversations v on v.contact_id = c.id and v.id = m.conversation_id
      where m.author_kind = 'ai'`
    expect(await countIn(tenantId, answers)).toBeGreaterThan(0)
  }, PATIENCE)

  expect(listCompanies(platform, { supporterId: null }).rows.map((row) => row.id)).not.toContain(
    tenantId,
  )
  const by = { kind: 'user', id: rep.id, name: rep.name } as const
  expect(beginTrial(platform, by, { tenantId, at: Date.now() })).toEqual({
    ...{ ok: false, reason: 'is_demo' },
  })
  expect(listOutbox(platform).filter((mail) => mail.tenantId === tenantId)).toEqual([])
})

test('its link lets in, with a banner, and without what reaches out of it', async () => {
  const { id, demo } = await makeDemo('Mlima Camp')
  const page = (await ask(`/sales/prospects/${id}`)).body
  const key = /demo\?key=([\w-]+)/.exec(page)?.[1] ?? ''
  expect((await ask(`/sales/prospects/${id}`, undefined, other)).status).toBe(404)
  const host = `${demo.slug}.localhost`
  expect((await request(host, `/demo?key=${key}`, {})).status).toBe(200)
  const forged = await request(host, '/demo', { form: { key: `${key.slice(0, -1)}x` } })
  expect(forged.headers.location).toBe('/login')
  const entered = await request(host, '/demo', { form: { key } })
  expect(entered.headers.location).toBe('/conversations')
  const cookie = String(entered.headers['set-cookie']).split(';')[0]!
  const inbox = await request(host, '/conversations', { cookie })
  expect(inbox.body).toContain('This is a demo')
  expect(inbox.body).toContain('Amina Hassan')
  for (const path of ['/settings/billing', '/members/invite', '/channels/new'])
    expect([403, 404]).toContain((await request(host, path, { cookie })).status)
  const company = server.addCompany('really-one')
  expect((await request(company.host, `/demo?key=${key}`, {})).headers.location).toBe('/')
  expect((await request(company.host, '/demo', { form: { key } })).status).toBe(404)
})

test('what is said on its lines is taken and goes nowhere', async () => {
  const { demo } = await makeDemo('Bahari Villas')
  await inDemo(demo.tenantId, (db) => {
    const { id } = sqliteOf(db)
      .prepare(
        `select id from conversations where channel = 'whatsapp-cloud' and status <> 'closed'`,
      )
      .get() as { id: number }
    const author = { kind: 'member', memberId: 1 } as const
    return import('#app/domain/conversations/queue-message.server.ts').then(({ queueMessage }) =>
      expect(queueMessage(db, { conversationId: id, author, text: 'We hold it.' }).ok).toBe(true),
    )
  })
  const sent = `select count(*) from messages where text = 'We hold it.' and status = 'sent'
    and provider_id like 'sample.%'`
  await vi.waitFor(async () => expect(await countIn(demo.tenantId, sent)).toBe(1), PATIENCE)
})

test('it stays longer when asked, and is erased when its days are over', async () => {
  const { platform, directory } = server.runtime
  const { id, demo } = await makeDemo('Jangwa Safaris')
  const { tenantId } = demo
  await ask(`/sales/prospects/${id}/demo/extension`, {})
  const expiresAt = findDemo(platform, rep, id)!.expiresAt
  expect(expiresAt).toBe(demo.expiresAt + 14 * 24 * 3_600_000)
  expireDemo(platform, { tenantId, expiresAt: demo.expiresAt }, demo.expiresAt + 1)
  expect(findDemo(platform, rep, id)).toBeDefined()
  expireDemo(platform, { tenantId, expiresAt }, Date.now())
  expect(findDemo(platform, rep, id)).toBeDefined()
  // Its last day has come.
  platformSqliteOf(platform)
    .prepare('update tenants set demo_expires_at = ? where id = ?')
    .run(Date.now(), tenantId)
  const due = directory.findById(tenantId)?.demoExpiresAt as number
  expireDemo(platform, { tenantId, expiresAt: due }, Date.now())
  expect(findDemo(platform, rep, id)).toBeUndefined()
  await vi.waitFor(() => expect(directory.findById(tenantId)).toBeUndefined(), PATIENCE)
  const again = await ask(`/sales/prospects/${id}/demo`, {})
  expect(again.headers.location).toContain('note=demo_made')
})

test('it becomes a company with what was chosen, without its people and conversations', async () => {
  const { platform, directory, tenancy } = server.runtime
  const { id, demo } = await makeDemo('Kisima Inn')
  await inDemo(demo.tenantId, (db) => {
    addFaq(db, { question: 'Is there a well?', answer: 'Yes, since 1920.' })
    const by = { kind: 'system', id: null, name: '' } as const
    writeFirstSettings(db, by, { accentColor: '#123456' })
  })
  const begun = await ask(`/sales/prospects/${id}/demo/company`, { faqs: 'on', look: 'on' })
  const base = begun.headers.location!.replace('/business', '')
  const blank = { description: '', phone: '', email: '', website: '' }
  const region = { timeZone: 'Africa/Nairobi', currency: 'KES', language: 'en' }
  await ask(`${base}/business`, { name: 'Kisima Inn', address: 'Naivasha', ...blank, ...region })
  await ask(`${base}/industry`, { industry: 'hotel' })
  await ask(`${base}/address`, { slug: 'kisima' })
  expect((await ask(base)).body).toContain('Comes from the demo')
  const owner = { ownerName: 'Asha', ownerEmail: 'asha@kisima.test' }
  await ask(`${base}/plan`, { ...owner, planId: 'starter' })
  expect((await ask(`${base}/company`, {})).headers.location).toBe(base)
  const entry = directory.findBySlug('kisima')!
  expect(entry.demoExpiresAt).toBeNull()
  await tenancy.withTenant(entry, (db) => {
    expect(getCompany(db).accentColor).toBe('#123456')
    expect(listFaqs(db, { limit: 100 }).items.map((faq) => faq.question)).toContain(
      'Is there a well?',
    )
    expect(listProducts(db).items).toEqual([])
    const names = sqliteOf(db).prepare('select name from contacts').pluck().all()
    expect(names).not.toContain('Grace Wambui')
  })
  expect(findProspect(platform, rep, id)?.tenantId).toBe(entry.id)
  await vi.waitFor(() => expect(directory.findById(demo.tenantId)).toBeUndefined(), PATIENCE)
})

test('of another’s prospect nothing is made or ended', async () => {
  const { platform } = server.runtime
  const { id } = await makeDemo('Nyumbani Stays')
  for (const path of ['demo', 'demo/extension', 'demo/ending', 'demo/company'])
    expect((await ask(`/sales/prospects/${id}/${path}`, {}, other)).status).toBe(404)
  expect(findDemo(platform, rep, id)?.state).toBe('ready')
  const ended = await ask(`/sales/prospects/${id}/demo/ending`, {})
  expect(ended.headers.location).toContain('note=demo_ended')
  expect(findDemo(platform, rep, id)).toBeUndefined()
})
