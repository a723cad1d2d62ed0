import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { advance } from '#app/platform/billing/advance.server.ts'
import { listOpenInvoices } from '#app/platform/billing/invoices.server.ts'
import { checkLedger } from '#app/platform/billing/ledger.server.ts'
import { createMpesa } from '#app/platform/billing/mpesa/client.server.ts'
import { askByMpesa, queryPayment } from '#app/platform/billing/mpesa/push.server.ts'
import { creditOf, findPayment } from '#app/platform/billing/payments.server.ts'
import { findSubscription, startTrial } from '#app/platform/billing/subscriptions.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { listen } from '#tests/fakes/http/server.ts'
import type { FakeServer } from '#tests/fakes/http/server.ts'
import { startMpesaFake } from '#tests/fakes/mpesa/server.ts'
import type { MpesaFake, Prompt } from '#tests/fakes/mpesa/server.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'

const DAY = 86_400_000
const HOST = 'app.localhost'
const keys = { consumerKey: 'demo-key', consumerSecret: 'demo-secret', passkey: 'demo-passkey' }

let fake: MpesaFake
let relay: FakeServer
let server: TestServer
let platform: PlatformDb
let companies = 0

beforeAll(async () => {
  fake = await startMpesaFake({ answersAfterMs: 5 })
  // The vendor calls a name; here it leads to whichever port the server got.
  relay = await listen(async ({ path, headers, body }) => {
    const { status } = await post(path, body, headers['content-type'])
    return { status, json: {} }
  })
  server = await startTestServer({
    env: {
      ...{ MPESA_URL: fake.url, MPESA_SHORT_CODE: '174379', MPESA_PASSKEY: keys.passkey },
      ...{ MPESA_CONSUMER_KEY: keys.consumerKey, MPESA_CONSUMER_SECRET: keys.consumerSecret },
      MPESA_CALLBACK_ORIGIN: relay.url,
    },
  })
  platform = server.runtime.platform
})
afterAll(async () => {
  await server.close()
  await relay.close()
  await fake.close()
})

function post(path: string, body: Buffer | string, type = 'application/json') {
  const headers = { 'content-type': type }
  return server.fetch({ host: HOST, path, method: 'POST', headers, body })
}

/** A company whose free days are over, and its first invoice. */
function owing(planId = 'starter') {
  const { entry } = server.addCompany(`pays-${++companies}`)
  const options = { tenantId: entry.id, planId, currency: 'KES', timeZone: 'Africa/Nairobi' }
  startTrial(platform, { ...options, at: Date.now() - 15 * DAY })
  advance(platform, entry.id, Date.now())
  return { tenantId: entry.id, invoice: listOpenInvoices(platform, entry.id)[0]! }
}

/** The last two digits choose what the customer does. */
function ask(ending: string, planId?: string) {
  const { tenantId, invoice } = owing(planId)
  const phone = `2547001${String(companies).padStart(3, '0')}${ending}`
  const asked = askByMpesa(platform, { tenantId, invoiceId: invoice.id, phone, at: Date.now() })
  if (!asked.ok) throw new Error(asked.reason)
  const { paymentId } = asked
  const payment = () => findPayment(platform, paymentId)!
  const prompt = (): Prompt => fake.prompts.find((one) => one.phone === phone)!
  return { tenantId, invoice, paymentId, phone, payment, prompt }
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 20 })
const mpesa = () =>
  createMpesa({ url: fake.url, ...keys, shortCode: '174379', callbackOrigin: relay.url })
const outcomes = (paymentId: number) =>
  platformSqliteOf(platform)
    .prepare<[number], string>('select outcome from payment_callbacks where payment_id = ?')
    .pluck()
    .all(paymentId)

describe('a prompt', () => {
  test.each(['50', '09', '10'])(
    'that is paid (…%s) books once and opens the company',
    async (ending) => {
      const paid = ask(ending)
      await until(() => expect(paid.payment().status).toBe('settled'))
      await fake.settled()
      expect(paid.payment()).toMatchObject({ amount: 858_400, reference: paid.prompt().receipt })
      expect(findSubscription(platform, paid.tenantId)!.status).toBe('active')
      expect(creditOf(platform, paid.tenantId, 'KES')).toBe(0)
      expect(fake.prompts.filter(({ phone }) => phone === paid.phone)).toHaveLength(1)
    },
  )

  test.each([
    ...[['01', 'balance_too_low'] as const, ['02', 'cancelled_on_phone'] as const],
    ...[['03', 'phone_unreachable'] as const, ['04', 'wrong_pin'] as const],
  ])('that is not (…%s) says why, and owes what it owed', async (ending, reason) => {
    const failed = ask(ending)
    await until(() => expect(failed.payment()).toMatchObject({ status: 'failed', reason }))
    expect(findSubscription(platform, failed.tenantId)!.status).toBe('past_due')
  })

  test('asked for twice in a row is one', () => {
    const { tenantId, invoice, phone } = ask('50')
    const again = askByMpesa(platform, { tenantId, invoiceId: invoice.id, phone, at: Date.now() })
    expect(again).toEqual({ ok: false, reason: 'already_asked' })
  })

  test('for somebody else’s invoice, a foreign phone or nothing is refused', () => {
    const { tenantId } = owing()
    const { invoice } = owing()
    const base = { tenantId, invoiceId: invoice.id, phone: '254700100050', at: Date.now() }
    expect(askByMpesa(platform, base)).toMatchObject({ reason: 'not_found' })
    expect(askByMpesa(platform, { ...base, phone: '447700900123' })).toMatchObject({
      reason: 'phone_invalid',
    })
  })
})

describe('trouble', () => {
  test('the vendor says later: tried again, one prompt', async () => {
    fake.fail('spike', 'html')
    const paid = ask('51')
    await until(() => expect(paid.payment().status).toBe('settled'))
    expect(fake.prompts.filter(({ phone }) => phone === paid.phone)).toHaveLength(1)
  })

  test('an expired token is renewed once', async () => {
    fake.fail('expire_token')
    const paid = ask('52')
    await until(() => expect(paid.payment().status).toBe('settled'))
  })

  test('the answer is lost: no second prompt, and the callback still books it', async () => {
    fake.fail('accept_then_drop')
    const paid = ask('53')
    await until(() => expect(paid.payment().status).toBe('settled'))
    expect(fake.prompts.filter(({ phone }) => phone === paid.phone)).toHaveLength(1)
  })

  test.each([
    ...[['07', 'settled'] as const, ['08', 'failed'] as const],
    ...[['12', 'settled'] as const, ['13', 'settled'] as const],
  ])('no usable callback (…%s): asking the vendor settles it', async (ending, status) => {
    const odd = ask(ending)
    await until(() => expect(odd.prompt()?.resultCode).toBeDefined())
    await until(() => expect(odd.payment().vendorId).not.toBeNull())
    await queryPayment(platform, { paymentId: odd.paymentId }, mpesa())
    expect(odd.payment().status).toBe(status)
  })

  test('a large sum is believed when the vendor, asked, says the same', async () => {
    const large = ask('54', 'professional')
    await until(() => expect(large.payment().status).toBe('settled'))
    expect(large.payment()).toMatchObject({ amount: 2_308_400 })
    await until(() => expect(large.payment().reference).toBe(large.prompt().receipt))
  })

  test('less than asked for pays nothing and waits for a person', async () => {
    const odd = ask('11')
    await until(() => expect(odd.payment().status).toBe('review'))
    expect(findSubscription(platform, odd.tenantId)!.status).toBe('past_due')
    expect(outcomes(odd.paymentId)).toEqual(['contradiction'])
  })
})

describe('the address', () => {
  const told = async (paid: ReturnType<typeof ask>, change?: (body: string) => string) => {
    const answer = await fake.tell(paid.prompt(), change)
    return answer.status
  }

  test('of nobody, of another payment, of another form', async () => {
    const paid = ask('55')
    await until(() => expect(paid.payment().status).toBe('settled'))
    const { pathname } = new URL(paid.prompt().callbackUrl)
    expect((await post(pathname.replace(/.$/, 'x'), '{}')).status).toBe(404)
    expect((await post('/hooks/pay/stk/1-' + '0'.repeat(64), '{}')).status).toBe(404)
    expect((await post(pathname, 'a=b', 'application/x-www-form-urlencoded')).status).toBe(415)
    expect((await post(pathname, 'x'.repeat(70_000))).status).toBe(413)
    for (const body of ['{}', '[]', 'null', '{"Body":null}'])
      expect((await post(pathname, body)).status).toBe(400)
    expect((await server.fetch({ host: HOST, path: pathname })).status).not.toBe(200)
  })

  test('told again, otherwise, or for another prompt changes nothing', async () => {
    const [paid, other] = [ask('56'), ask('02')]
    await until(() => expect(paid.payment().status).toBe('settled'))
    await until(() => expect(other.payment().status).toBe('failed'))
    const before = paid.payment()
    expect(await told(paid)).toBe(200)
    expect(await told(paid, (body) => body.replace('"ResultCode":0', '"ResultCode":1032'))).toBe(
      200,
    )
    expect(await told(paid, (body) => body.replace(/"ResultCode":0/, '"ResultCode":true'))).toBe(
      400,
    )
    expect(paid.payment()).toEqual(before)
    const stolen = paid.prompt().checkoutRequestId
    const forged = (body: string) =>
      body
        .replace(other.prompt().checkoutRequestId, stolen)
        .replace('"ResultCode":1032', '"ResultCode":0')
    expect(await told(other, forged)).toBe(200)
    expect(other.payment().status).toBe('failed')
    expect(outcomes(other.paymentId).at(-1)).toBe('contradiction')
    expect(creditOf(platform, other.tenantId, 'KES')).toBe(0)
  })

  test('one receipt pays once, and paid after a failure waits for a person', async () => {
    const [paid, late] = [ask('57'), ask('02')]
    await until(() => expect(paid.payment().status).toBe('settled'))
    await until(() => expect(late.payment().status).toBe('failed'))
    Object.assign(late.prompt(), { resultCode: 0, receipt: paid.prompt().receipt })
    await told(late)
    expect(late.payment().status).toBe('review')
    expect(checkLedger(platform)).toEqual([])
  })
})
