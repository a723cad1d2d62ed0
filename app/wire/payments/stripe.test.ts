import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { advance } from '#app/platform/billing/advance.server.ts'
import { issueInvoice, listOpenInvoices } from '#app/platform/billing/invoices.server.ts'
import { checkLedger } from '#app/platform/billing/ledger.server.ts'
import { creditOf, findPayment } from '#app/platform/billing/payments.server.ts'
import { findCardCustomer } from '#app/platform/billing/stripe/card.server.ts'
import { createCards } from '#app/platform/billing/stripe/client.server.ts'
import { lookAtPayment } from '#app/platform/billing/stripe/look.server.ts'
import { leaveCard, openCardPortal, payByCard } from '#app/platform/billing/stripe/pay.server.ts'
import { findSubscription, startTrial } from '#app/platform/billing/subscriptions.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'
import { startStripeFake } from '#tests/fakes/stripe/server.ts'
import type { StripeFake } from '#tests/fakes/stripe/server.ts'
import { signEvent } from '#tests/fakes/stripe/sign.ts'
import { callReceiver } from '#tests/fakes/http/post.ts'
import { startTestServer } from '#tests/server.ts'
import type { TestServer } from '#tests/server.ts'

const DAY = 86_400_000
const PATH = '/webhooks/stripe'

let fake: StripeFake
let server: TestServer
let platform: PlatformDb
let companies = 0

beforeAll(async () => {
  fake = await startStripeFake()
  server = await startTestServer({
    env: {
      ...{ STRIPE_URL: fake.url, STRIPE_SECRET_KEY: fake.secretKey },
      STRIPE_WEBHOOK_SECRET: fake.webhookSecret,
    },
  })
  fake.tellTo(`http://app.localhost:${server.port}${PATH}`)
  platform = server.runtime.platform
})
afterAll(async () => {
  await server.close()
  await fake.close()
})

/** A company whose free days are over, and its first invoice. */
function owing() {
  const { entry } = server.addCompany(`card-${++companies}`)
  const options = { tenantId: entry.id, planId: 'starter', currency: 'KES' }
  startTrial(platform, { ...options, timeZone: 'Africa/Nairobi', at: Date.now() - 15 * DAY })
  advance(platform, entry.id, Date.now())
  return { tenantId: entry.id, invoice: listOpenInvoices(platform, entry.id)[0]! }
}

const cards = () => server.services.cards!
const from = (tenantId: string) => ({
  ...{ tenantId, company: 'Hotel', email: 'owner@hotel.test', at: Date.now() },
  billingUrl: 'http://hotel.localhost/settings/billing',
})

/** Opens the vendor's page for a company's first invoice. */
async function asked(keeps = false) {
  const { tenantId, invoice } = owing()
  const opened = await payByCard(
    platform,
    { ...from(tenantId), invoiceId: invoice.id, keeps },
    cards(),
  )
  if (!opened.ok) throw new Error(opened.reason)
  const { url, paymentId } = opened
  return { tenantId, invoice, url, paymentId, payment: () => findPayment(platform, paymentId)! }
}

/** What a person types on the vendor's page. */
function type(url: string, number: string, more: Record<string, string> = {}) {
  return callReceiver(url, {
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.from(new URLSearchParams({ number, ...more }).toString()),
    timeoutMs: 5_000,
  })
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 20 })
const outcomes = (eventId: string) =>
  platformSqliteOf(platform)
    .prepare<[string], string>('select outcome from payment_callbacks where vendor_id = ?')
    .pluck()
    .all(eventId)
const customersOf = (tenantId: string) =>
  [...fake.world.customers.values()].filter((one) => one.metadata['tenant_id'] === tenantId)

describe('a page for cards', () => {
  test.each(['none', 'twice', 'shuffled'] as const)(
    'that is paid on books once, however it is told (%s)',
    async (mode) => {
      fake.behave(mode)
      const paid = await asked()
      const back = await type(paid.url, '4242 4242 4242 4242')
      expect(back.headers['location']).toBe(
        `http://hotel.localhost/settings/billing/payments/${paid.paymentId}`,
      )
      await until(() => expect(paid.payment().status).toBe('settled'))
      await fake.settled()
      fake.behave('none')
      expect(paid.payment()).toMatchObject({ amount: 858_400, method: 'card' })
      expect(paid.payment().reference).toMatch(/^pi_/)
      expect(findSubscription(platform, paid.tenantId)!.status).toBe('active')
      expect(creditOf(platform, paid.tenantId, 'KES')).toBe(0)
      expect(checkLedger(platform)).toEqual([])
    },
  )

  test('is led to again, not opened twice; what is paid cannot be asked for', async () => {
    const one = await asked()
    const ask = { ...from(one.tenantId), invoiceId: one.invoice.id, keeps: false }
    const again = await payByCard(platform, ask, cards())
    expect(again).toMatchObject({ ok: true, url: one.url, paymentId: one.paymentId })
    const kept = await payByCard(platform, { ...ask, keeps: true }, cards())
    expect(kept.ok && kept.url).not.toBe(one.url)
    expect(one.payment()).toMatchObject({ status: 'failed', reason: 'left_page' })
    expect((await type(one.url, '4242424242424242')).body).toContain('over')
    expect(customersOf(one.tenantId)).toHaveLength(1)
    await type(kept.ok ? kept.url : '', '4242424242424242')
    await until(() => expect(listOpenInvoices(platform, one.tenantId)).toEqual([]))
    expect(await payByCard(platform, ask, cards())).toMatchObject({ reason: 'nothing_open' })
    const { invoice: theirs } = owing()
    const foreign = await payByCard(platform, { ...ask, invoiceId: theirs.id }, cards())
    expect(foreign).toMatchObject({ reason: 'not_found' })
  })

  test('declined there stays open, and a bank that asks is answered', async () => {
    const paid = await asked()
    expect((await type(paid.url, '4000000000000002')).body).toContain('declined')
    await fake.settled()
    expect(paid.payment().status).toBe('pending')
    expect((await type(paid.url, '4000002500003155')).body).toContain('Your bank asks')
    await type(paid.url, '4000002500003155', { confirmed: '1' })
    await until(() => expect(paid.payment().status).toBe('settled'))
  })

  test('never told of: asking the vendor settles it', async () => {
    fake.behave('lost')
    const [paid, left] = [await asked(), await asked()]
    await type(paid.url, '4242424242424242')
    await lookAtPayment(platform, { paymentId: paid.paymentId }, cards())
    expect(paid.payment().status).toBe('settled')
    expect(await lookAtPayment(platform, { paymentId: left.paymentId }, cards())).toMatchObject({
      retryAfterMs: 30_000,
    })
    fake.world.sessions.get(left.payment().vendorId!)!.expiresAt = 0
    await lookAtPayment(platform, { paymentId: left.paymentId }, cards())
    expect(left.payment()).toMatchObject({ status: 'failed', reason: 'left_page' })
    fake.behave('none')
  })

  test('that took another amount, currency or company pays nothing and waits for a person', async () => {
    for (const change of [{ amount: 100 }, { currency: 'usd' }, { tenantId: 'somebody-else' }]) {
      const odd = await asked()
      const id = odd.payment().vendorId!
      Object.assign(fake.world.sessions.get(id)!, change)
      await type(odd.url, '4242424242424242')
      await until(() => expect(odd.payment().status).toBe('review'))
      expect(listOpenInvoices(platform, odd.tenantId)[0]).toMatchObject({ settled: 0 })
    }
  })

  test('the vendor slow, broken or cut off: asked again with the same key, one page', async () => {
    for (const fault of ['broken', 'drop'] as const) {
      const before = fake.world.sessions.size
      fake.fail(fault)
      const opened = await asked()
      expect(opened.payment().status).toBe('pending')
      expect(fake.world.sessions.size).toBe(before + 1)
      expect(customersOf(opened.tenantId)).toHaveLength(1)
    }
    fake.fail('rate')
    await expect(asked()).rejects.toThrow('card_unavailable')
  })

  test('a key that is refused opens nothing and says so', async () => {
    const { tenantId, invoice } = owing()
    const wrong = createCards({ url: fake.url, secretKey: 'sk_test_wrong' })
    const ask = { ...from(tenantId), invoiceId: invoice.id, keeps: false }
    expect(await payByCard(platform, ask, wrong)).toMatchObject({ reason: 'card_unavailable' })
  })
})

describe('an event', () => {
  const post = (body: string, headers: Record<string, string>) =>
    server.fetch({
      ...{ host: 'app.localhost', path: PATH, method: 'POST', body },
      headers: { 'content-type': 'application/json', ...headers },
    })
  const seconds = () => Math.floor(Date.now() / 1000)

  test('is signed as the official package signs', () => {
    const [payload, secret, at] = ['{"id":"evt_1"}', 'whsec_abc', 1_614_265_330]
    const official = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: at })
    expect(signEvent(payload, { secret, at })).toBe(official)
    const vector = '{"id":"evt_1","object":"event","type":"checkout.session.completed"}'
    expect(signEvent(vector, { secret: 'whsec_test_0123456789abcdef', at })).toBe(
      't=1614265330,v1=1fe1f4d0bf407806f3a1807a4eff2f0624127981d6b1f62be7e51d57f8c023cd',
    )
  })

  test('not signed, wrongly, too early or too late, or changed is refused', async () => {
    const paid = await asked()
    const session = { id: paid.payment().vendorId, object: 'checkout.session', metadata: {} }
    const event = fake.make('checkout.session.completed', session)
    const bad = [
      { secret: 'whsec_other' },
      { at: seconds() - 400 },
      { at: seconds() + 86_400 },
      { body: JSON.stringify(JSON.parse(event.body), null, 2) },
      { body: event.body.replace('"object":{', '"object":null,"x":{') },
    ]
    for (const change of bad) expect((await fake.deliver(event, change)).status).toBe(400)
    const v0 = signEvent(event.body, { secret: fake.webhookSecret, at: seconds() })
    const headers = { 'stripe-signature': v0.replace('v1=', 'v0=') }
    expect((await post(event.body, headers)).status).toBe(400)
    expect((await post(event.body, {})).status).toBe(400)
    expect((await post('x'.repeat(1_100_000), {})).status).toBe(413)
    expect((await server.fetch({ host: 'app.localhost', path: PATH })).status).not.toBe(200)
    expect(outcomes(event.id)).toEqual([])
  })

  test('that lies about being paid changes nothing: the vendor is asked', async () => {
    const open = await asked()
    const object = { id: open.payment().vendorId, payment_status: 'paid', status: 'complete' }
    const event = fake.make('checkout.session.completed', { ...object, metadata: {} })
    expect((await fake.deliver(event)).status).toBe(200)
    expect((await fake.deliver(event)).status).toBe(200)
    expect(outcomes(event.id)).toEqual(['applied'])
    const path = `/v1/checkout/sessions/${open.payment().vendorId}`
    await until(() => expect(fake.requests.some((one) => one.path === path)).toBe(true))
    expect(open.payment().status).toBe('pending')
  })

  test('of nobody, of live money, of an unknown kind is taken and leads nowhere', async () => {
    const nobody = fake.make('payment_intent.succeeded', { id: 'pi_x', metadata: {} })
    const open = await asked()
    const named = { id: 'pi_x', metadata: { payment_id: String(open.paymentId) } }
    const live = fake.make('payment_intent.succeeded', named)
    const body = live.body.replace('"livemode":false', '"livemode":true')
    const other = fake.make('invoice.upcoming', {})
    for (const event of [nobody, { ...live, body }, other])
      expect((await fake.deliver(event)).status).toBe(200)
    expect(outcomes(nobody.id)).toEqual(['unmatched'])
    expect(outcomes(live.id)).toEqual(['contradiction'])
    expect(outcomes(other.id)).toEqual([])
  })
})

describe('a kept card', () => {
  /** A company that paid by a card and left it, and a further invoice that is due today. */
  async function kept(number: string) {
    const paid = await asked(true)
    await type(paid.url, number)
    const { tenantId } = paid
    await until(() => expect(findCardCustomer(platform, tenantId)?.card).toBeDefined())
    return paid.tenantId
  }
  function due(tenantId: string, dueAt = Date.now()) {
    return issueInvoice(platform, {
      ...{ tenantId, currency: 'KES', timeZone: 'Africa/Nairobi', issuedAt: Date.now(), dueAt },
      lines: [{ kind: 'plan', values: { plan: 'Starter' }, amount: 490_000 }],
    })
  }
  const paymentsOf = (invoiceId: number) =>
    platformSqliteOf(platform)
      .prepare<[number], { status: string; reason: string | null; isAutomatic: number }>(
        `select status, reason, is_automatic as isAutomatic from payments where invoice_id = ?
         order by id`,
      )
      .all(invoiceId)

  test('pays the next invoice by itself, once', async () => {
    const tenantId = await kept('4242424242424242')
    expect(findCardCustomer(platform, tenantId)!.card).toMatchObject({
      brand: 'visa',
      last4: '4242',
    })
    fake.fail('rate', 'drop')
    const invoice = due(tenantId)
    await until(() => expect(paymentsOf(invoice.id)[0]).toMatchObject({ status: 'settled' }))
    expect(paymentsOf(invoice.id)).toEqual([{ status: 'settled', reason: null, isAutomatic: 1 }])
    const charges = [...fake.world.intents.values()].filter((one) => one.amount === 568_400)
    const customer = findCardCustomer(platform, tenantId)!.vendorId
    expect(charges.filter((one) => one.customer === customer)).toHaveLength(1)
    expect(checkLedger(platform)).toEqual([])
  })

  test('is not charged before its day', async () => {
    const tenantId = await kept('4242424242424242')
    const invoice = due(tenantId, Date.now() + 7 * DAY)
    const job = platformSqliteOf(platform)
      .prepare<[], { runAt: number }>(
        `select run_at as runAt from jobs where kind = 'card.charge' order by id desc limit 1`,
      )
      .get()!
    expect(job.runAt).toBe(invoice.dueAt - DAY)
    expect(paymentsOf(invoice.id)).toEqual([])
  })

  test.each([
    ['4000000000000341', 'card_declined'],
    ['4000002500003155', 'authentication_required'],
  ])(
    'that is declined (%s) is told, tried again in three days, and owes',
    async (number, reason) => {
      const paid = await asked(true)
      await type(paid.url, number, { confirmed: '1' })
      const { tenantId } = paid
      await until(() => expect(findCardCustomer(platform, tenantId)?.card).toBeDefined())
      const invoice = due(tenantId)
      await until(() =>
        expect(paymentsOf(invoice.id)[0]).toMatchObject({ status: 'failed', reason }),
      )
      const later = platformSqliteOf(platform)
        .prepare<[string], number>(
          `select run_at from jobs where kind = 'card.charge' and payload_json like ? order by id desc`,
        )
        .pluck()
        .get(`%"invoiceId":${invoice.id},"attempt":1%`)
      expect(later).toBe(invoice.dueAt + 3 * DAY)
      const told = platformSqliteOf(platform)
        .prepare<[string], string>(
          `select payload_json from jobs where kind = 'billing.notice' and payload_json like ?`,
        )
        .pluck()
        .all(`%"tenantId":"${tenantId}","kind":"payment_failed"%`)
      expect(told).toHaveLength(1)
      advance(platform, tenantId, Date.now() + 2 * DAY)
      expect(findSubscription(platform, tenantId)!.status).toBe('past_due')
    },
  )

  test('left on its own page pays what is open; taken away it pays no more', async () => {
    const { tenantId, invoice } = owing()
    const left = await leaveCard(platform, { ...from(tenantId), currency: 'KES' }, cards())
    await type(left.ok ? left.url : '', '4242424242424242')
    await until(() => expect(paymentsOf(invoice.id)[0]).toMatchObject({ status: 'settled' }))
    const portal = await openCardPortal(platform, from(tenantId), cards())
    await type(portal.ok ? portal.url : '', '', { back: 'http://hotel.localhost/' })
    await until(() => expect(findCardCustomer(platform, tenantId)!.card).toBeUndefined())
    const next = due(tenantId)
    expect(paymentsOf(next.id)).toEqual([])
  })
})
