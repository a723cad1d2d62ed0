import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { advance } from '#app/platform/billing/advance.server.ts'
import { creditInvoice } from '#app/platform/billing/credit-notes.server.ts'
import { listOpenInvoices } from '#app/platform/billing/invoices.server.ts'
import { findSubscription, startTrial } from '#app/platform/billing/subscriptions.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { addMember } from '#tests/inbox.ts'
import { listen } from '#tests/fakes/http/server.ts'
import type { FakeServer } from '#tests/fakes/http/server.ts'
import { startMpesaFake } from '#tests/fakes/mpesa/server.ts'
import type { MpesaFake } from '#tests/fakes/mpesa/server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'

const DAY = 86_400_000
const base = '/settings/billing'

let fake: MpesaFake
let relay: FakeServer
let server: TestServer
let own: TestCompany
let rival: TestCompany
let agent: number
let companies = 0

beforeAll(async () => {
  fake = await startMpesaFake({ answersAfterMs: 5 })
  // The vendor calls a name; here it leads to whichever port the server got.
  relay = await listen(async ({ path, body, headers }) => {
    const type = headers['content-type'] ?? ''
    const at = { host: 'app.localhost', path, method: 'POST', body }
    const { status } = await server.fetch({ ...at, headers: { 'content-type': type } })
    return { status, json: {} }
  })
  server = await startTestServer({
    pages: true,
    env: {
      ...{ MPESA_URL: fake.url, MPESA_SHORT_CODE: '174379', MPESA_PASSKEY: 'demo-passkey' },
      ...{ MPESA_CONSUMER_KEY: 'demo-key', MPESA_CONSUMER_SECRET: 'demo-secret' },
      ...{ MPESA_CALLBACK_ORIGIN: relay.url, SELLER_ADDRESS: 'Ngong Road|Nairobi' },
    },
  })
  own = begun(15)
  rival = begun(15)
  agent = addMember(own.db, 'agent').id
})
afterAll(async () => {
  await server.close()
  await relay.close()
  await fake.close()
})

/** A company whose free days began so many days ago. */
function begun(daysAgo: number, planId = 'starter'): TestCompany {
  const company = server.addCompany(`firm-${++companies}`)
  const options = { tenantId: company.entry.id, planId, currency: 'KES' }
  const now = Date.now()
  const at = now - daysAgo * DAY
  startTrial(server.runtime.platform, { ...options, timeZone: 'Africa/Nairobi', at })
  for (let day = at; day <= now; day += DAY) advance(server.runtime.platform, company.entry.id, day)
  return company
}

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

const invoiceOf = ({ entry }: TestCompany) =>
  listOpenInvoices(server.runtime.platform, entry.id)[0]!
const subscriptionOf = ({ entry }: TestCompany) =>
  findSubscription(server.runtime.platform, entry.id)!

test('a company reads its own plan, invoice and what happens when it does not pay', async () => {
  const { body } = await ask({ path: base })
  expect(body).toContain('Past due')
  expect(body).toContain(invoiceOf(own).number)
  expect(body).toMatch(/KES\s8,584\.00/)
  expect(body).toMatch(/If nothing is paid by/)
  expect((await ask({ path: base, as: agent })).status).toBe(403)
})

test('nobody reads, pays or downloads another company’s invoice or payment', async () => {
  const theirs = invoiceOf(rival)
  for (const path of ['', '/pdf', '/payment'])
    expect((await ask({ path: `${base}/invoices/${theirs.id}${path}` })).status, path).toBe(404)
  const form = { phone: '0712345650' }
  const pay = await ask({ path: `${base}/invoices/${theirs.id}/payment`, form })
  expect(pay.status).toBe(404)
  expect((await ask({ path: `${base}/invoices` })).body).not.toContain(theirs.number)
  const paid = await ask({
    ...{ path: `${base}/invoices/${theirs.id}/payment`, at: rival },
    form: { phone: '0712345602' },
  })
  expect(paid.headers.location).toMatch(/payments\/\d+$/)
  expect((await ask({ path: paid.headers.location! })).status).toBe(404)
  expect((await ask({ path: `${base}/payments` })).body).not.toContain(theirs.number)
})

test('an invoice is a PDF with the seller’s address, and a credit note is one too', async () => {
  const { id, number } = invoiceOf(rival)
  const note = creditInvoice(server.runtime.platform, {
    ...{ invoiceId: id, subtotal: 100_000, reason: 'Late start' },
    ...{ at: Date.now(), timeZone: 'Africa/Nairobi' },
  })
  if (!note.ok) throw new Error(note.reason)
  for (const one of [id, note.creditNote.id]) {
    const file = await ask({ path: `${base}/invoices/${one}/pdf`, at: rival })
    expect(file.headers['content-type']).toBe('application/pdf')
    expect(file.headers['cache-control']).toBe('no-store')
    expect(file.body.slice(0, 5)).toBe('%PDF-')
  }
  const page = await ask({ path: `${base}/invoices/${id}`, at: rival })
  for (const text of [number, 'Ngong Road', 'VAT 16 %', note.creditNote.number])
    expect(page.body).toContain(text)
})

test('a number that cannot pay is said beside the field, with what was typed', async () => {
  const path = `${base}/invoices/${invoiceOf(own).id}/payment`
  const wrong = await ask({ path, form: { phone: '+44 7700 900123' } })
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('Write a Kenyan mobile number')
  expect(wrong.body).toContain('value="+44 7700 900123"')
})

test.each([
  ['02', 'The prompt was cancelled on the phone'],
  ['01', 'not enough money'],
  ['04', 'The PIN was wrong'],
  ['03', 'The phone did not answer'],
])('a prompt that is not paid (…%s) says why and offers another try', async (ending, words) => {
  const company = begun(15)
  const path = `${base}/invoices/${invoiceOf(company).id}/payment`
  const asked = await ask({ path, form: { phone: `07123456${ending}` }, at: company })
  const outcome = asked.headers.location!
  await vi.waitFor(
    async () => expect((await ask({ path: outcome, at: company })).body).toContain(words),
    { timeout: 8_000, interval: 50 },
  )
  expect((await ask({ path: outcome, at: company })).body).toContain(path)
})

test('an unpaid company is closed but can come in to pay, and opens by itself', async () => {
  const company = begun(45)
  const viewer = addMember(company.db, 'viewer').id
  expect(subscriptionOf(company).status).toBe('suspended')
  const led = await ask({ path: '/conversations', at: company })
  expect(led.headers.location).toBe(base)
  expect((await ask({ path: '/conversations', at: company, as: viewer })).status).toBe(403)
  expect((await ask({ path: base, at: company })).body).toContain('Your pages are closed')
  // A live stream that ended at once would have the page load again for ever.
  expect((await ask({ path: '/events?after=0', at: company })).status).toBe(403)
  const path = `${base}/invoices/${invoiceOf(company).id}/payment`
  const asked = await ask({ path, form: { phone: '0712345677' }, at: company })
  await vi.waitFor(
    async () =>
      expect((await ask({ path: asked.headers.location!, at: company })).body).toContain('Paid'),
    { timeout: 8_000, interval: 50 },
  )
  expect((await ask({ path: '/conversations', at: company })).status).toBe(200)
})

test('what a person suspended stays closed, billing too', async () => {
  const company = begun(3)
  platformSqliteOf(server.runtime.platform)
    .prepare(`update tenants set status = 'suspended', suspended_by = 'staff' where id = ?`)
    .run(company.entry.id)
  for (const path of [base, '/conversations', '/login'])
    expect((await ask({ path, at: company })).status, path).toBe(403)
})

test('a plan is changed after its cost was shown; a cancellation is taken back', async () => {
  const company = begun(3)
  const shown = await ask({ path: `${base}/plans/professional`, at: company })
  expect(shown.body).toMatch(/KES\s14,900\.00/)
  expect(shown.body).toContain('Nothing is charged now')
  await ask({ path: `${base}/plans/professional`, form: {}, at: company })
  expect(subscriptionOf(company).planId).toBe('professional')
  expect((await ask({ path: `${base}/plans/gold`, form: {}, at: company })).status).toBe(404)
  const ordered = await ask({ path: `${base}/order`, form: {}, at: company })
  const pay = await ask({
    ...{ path: ordered.headers.location!, at: company },
    form: { phone: '0712345688' },
  })
  await vi.waitFor(() => expect(subscriptionOf(company).status).toBe('active'), {
    ...{ timeout: 8_000, interval: 50 },
  })
  expect(pay.status).toBe(302)
  await ask({ path: `${base}/cancellation`, form: {}, at: company })
  expect((await ask({ path: base, at: company })).body).toContain('Cancelled: everything works')
  await ask({ path: `${base}/resumption`, form: {}, at: company })
  expect(subscriptionOf(company).cancelsAtPeriodEnd).toBe(0)
  const words = sqliteOf(company.db)
    .prepare<[], string>(`select action from audit_log where action like 'billing.%' order by id`)
    .pluck()
    .all()
  expect(words).toEqual([
    ...['billing.plan_changed', 'billing.ordered', 'billing.payment_asked'],
    ...['billing.cancelled', 'billing.resumed'],
  ])
})

test('what the plan does not allow is refused with a way on, and what comes in is not', async () => {
  const company = begun(3)
  for (const name of ['Ali', 'Zawadi']) addMember(company.db, 'agent', name)
  const full = await ask({ path: base, at: company })
  expect(full.body).toContain('Nobody more can be invited')
  const form = { email: 'new@firm.test', name: '', role: 'agent' }
  const refused = await ask({ path: '/members/invite', form, at: company })
  expect(refused.status).toBe(422)
  expect(refused.body).toContain('allows no further member')
  const add = () =>
    server.services.endpoints.add(company.db, {
      channel: 'web-chat',
      settings: { allowedOrigins: [] },
    })
  const results = [add(), add(), add()].map((one) => (one.ok ? 'ok' : one.reason))
  expect(results.at(-1)).toBe('limit_endpoints')
})
