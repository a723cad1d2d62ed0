import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { advance, noteSettled } from '#app/platform/billing/advance.server.ts'
import { listOpenInvoices } from '#app/platform/billing/invoices.server.ts'
import { addPayment, markPayment, settlePayment } from '#app/platform/billing/payments.server.ts'
import { startTrial } from '#app/platform/billing/subscriptions.server.ts'
import { allowanceOf, listUsage } from '#app/platform/billing/usage.server.ts'
import { listOutbox } from '#app/platform/mail/outbox.server.ts'
import { addMember } from '#tests/inbox.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestCompany, TestServer } from '#tests/server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import { rollUsage } from './roll-usage.server.ts'

const DAY = 86_400_000
let server: TestServer
let companies = 0

beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server.close())

function begun(daysAgo: number): TestCompany {
  const company = server.addCompany(`notice-${++companies}`)
  startTrial(server.runtime.platform, {
    ...{ tenantId: company.entry.id, planId: 'starter', currency: 'KES' },
    ...{ timeZone: 'Africa/Nairobi', at: Date.now() - daysAgo * DAY },
  })
  return company
}

/** Days pass, and the clock comes twice on the last one, because it may. */
function tick({ entry }: TestCompany, daysAgo = 0): void {
  const now = Date.now()
  for (let day = daysAgo; day > 0; day--)
    advance(server.runtime.platform, entry.id, now - day * DAY)
  advance(server.runtime.platform, entry.id, now)
  advance(server.runtime.platform, entry.id, Date.now())
}

const mailsTo = ({ slug }: TestCompany) =>
  listOutbox(server.runtime.platform)
    .filter(({ toAddress }) => toAddress.endsWith(`@${slug}.test`))
    .map(({ subject, textBody }) => ({ subject, textBody }))
    .reverse()

const expectSubjects = (company: TestCompany, subjects: RegExp[]) =>
  vi.waitFor(
    () =>
      expect(mailsTo(company).map(({ subject }) => subject)).toEqual(
        subjects.map((one) => expect.stringMatching(one) as string),
      ),
    { timeout: 6_000, interval: 30 },
  )

test('three days before the trial ends its owner hears it once, in their language', async () => {
  const company = begun(12)
  sqliteOf(company.db).exec(`update members set language = 'sw' where id = 1`)
  tick(company)
  await expectSubjects(company, [/^Majaribio ya notice-\d+ yanaisha/])
  expect(mailsTo(company)[0]!.textBody).toMatch(/8,584/)
  expect(mailsTo(company)[0]!.textBody).toContain('/settings/billing')
})

test('unpaid: invoice and reminder; nothing is said twice, and only owners hear it', async () => {
  const company = begun(15)
  addMember(company.db, 'admin')
  tick(company)
  await expectSubjects(company, [/^Invoice INV-/, /is unpaid$/])
})

test('suspended and open again; what is days past is not said any more', async () => {
  const company = begun(29)
  tick(company, 29)
  await expectSubjects(company, [/are closed$/])
  const { platform } = server.runtime
  for (const invoice of listOpenInvoices(platform, company.entry.id)) {
    const id = addPayment(platform, {
      ...{ tenantId: company.entry.id, invoiceId: invoice.id, method: 'bank', currency: 'KES' },
      ...{ status: 'waiting_approval', amount: invoice.total, at: Date.now() },
    })!
    settlePayment(platform, id, { reference: `B${id}`, at: Date.now() })
  }
  noteSettled(platform, company.entry.id, Date.now())
  await vi.waitFor(() => expect(mailsTo(company).at(-1)!.subject).toMatch(/is open again$/), {
    timeout: 6_000,
    interval: 30,
  })
})

test('a payment that failed is said with its invoice; one cancelled on the phone is not', async () => {
  const company = begun(15)
  tick(company)
  const { platform } = server.runtime
  const invoice = listOpenInvoices(platform, company.entry.id)[0]!
  const fail = (reason: string) => {
    const id = addPayment(platform, {
      ...{ tenantId: company.entry.id, invoiceId: invoice.id, method: 'mpesa', status: 'asked' },
      ...{ currency: 'KES', amount: invoice.total, at: Date.now() },
    })!
    markPayment(platform, id, { status: 'failed', reason, at: Date.now() })
  }
  fail('cancelled_on_phone')
  fail('wrong_pin')
  await expectSubjects(company, [/^Invoice INV-/, /is unpaid$/, /did not go through$/])
})

test('what is used is rolled up per period, and told when it is almost used up', async () => {
  const company = begun(3)
  for (const name of ['Ali', 'Zawadi']) addMember(company.db, 'agent', name)
  rollUsage(server.runtime, company.db)
  rollUsage(server.runtime, company.db)
  const noted = listUsage(server.runtime.platform, company.entry.id)
  expect(noted.find(({ name }) => name === 'members')).toMatchObject({ used: 3 })
  expect(noted).toHaveLength(6)
  await expectSubjects(company, [/has used up its plan$/])
  const { limits } = allowanceOf(server.runtime.platform, company.entry.id, Date.now())
  expect(limits.members).toBe(3)
})
