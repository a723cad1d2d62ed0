import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closePlatform, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { setAddOn } from './add-ons.server.ts'
import { advance, noteSettled } from './advance.server.ts'
import {
  cancelSubscription,
  changePlan,
  resumeSubscription,
  subscribe,
} from './change-plan.server.ts'
import { addCoupon, redeemCoupon } from './coupons.server.ts'
import { creditInvoice } from './credit-notes.server.ts'
import { listOpenInvoices } from './invoices.server.ts'
import { checkLedger } from './ledger.server.ts'
import { notedRevenue } from './mrr.server.ts'
import { chooseOverage } from './overage.server.ts'
import { addPayment, creditOf, findPayment, markPayment, settlePayment } from './payments.server.ts'
import { releaseRefund, sendRefund } from './refunds.server.ts'
import { isServed } from './subscription-status.ts'
import { findSubscription, startTrial } from './subscriptions.server.ts'
import { BillingModel } from './test-model.ts'
import { MODEL_COUPONS } from './test-prices.ts'
import type { Method } from './test-prices.ts'
import { step } from './test-steps.ts'
import type { Step } from './test-steps.ts'
import { createTestPlatform } from './test-platform.ts'
import { noteUsage } from './usage.server.ts'

const T = 'company-1'
const by = { kind: 'system', id: null, name: 'Test' } as const
const toMs = (day: number) => Date.parse('2026-01-01T09:00:00+03:00') + day * 86_400_000

test('any order of payments, changes and waiting ends where plain arithmetic says', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const platform = createTestPlatform(T)
      const options = { tenantId: T, planId: 'starter', currency: 'KES' }
      startTrial(platform, { ...options, timeZone: 'Africa/Nairobi', at: toMs(0) })
      addCoupons(platform)
      addUser(platform)
      const model = new BillingModel()
      for (const one of steps as Step[]) {
        take(platform, model, one)
        compare(platform, model)
      }
      closePlatform(platform)
    }),
    { numRuns: 200 },
  )
}, 240_000)

function take(platform: PlatformDb, model: BillingModel, one: Step): void {
  const ask = { tenantId: T, by, at: toMs(model.day + (one.days ?? 0)) }
  if (one.do === 'wait') {
    model.wait(one.days!)
    advance(platform, T, ask.at)
  } else if (one.do === 'pay') pay(platform, model, one, ask.at)
  else if (one.do === 'tell again') tellAgain(platform, ask.at)
  else if (one.do === 'order') {
    model.order()
    subscribe(platform, ask)
  } else if (one.do === 'choose') {
    model.choose(one.plan!)
    changePlan(platform, { ...ask, planId: one.plan! })
  } else if (one.do === 'cancel') {
    model.cancel()
    cancelSubscription(platform, ask)
  } else if (one.do === 'resume') {
    model.resume()
    resumeSubscription(platform, ask)
  } else if (one.do === 'take') takeBack(platform, model, one, ask.at)
  else if (one.do === 'coupon') {
    const redeemed = redeemCoupon(platform, { ...ask, code: one.code! })
    expect(redeemed.ok).toBe(model.redeem(one.code!))
  } else if (one.do === 'add on') {
    const taken = setAddOn(platform, { ...ask, addOnId: one.addOn!, quantity: one.count! })
    expect(taken.ok).toBe(model.addOn(one.addOn!, one.count!))
  } else if (one.do === 'send back' || one.do === 'arrives') sendBack(platform, model, one, ask.at)
  else if (one.do === 'use') spendPlan(platform, model, one, ask.at)
  else refund(platform, model, one, ask.at)
}

function pay(platform: PlatformDb, model: BillingModel, one: Step, at: number): void {
  const amount = Math.round(model.owed * one.part!)
  const method = one.method!
  if (amount === 0) return
  model.pay(amount, method)
  const id = addPayment(platform, {
    ...{ tenantId: T, method, status: 'asked', currency: 'KES', amount: amount * 100, at },
  })!
  settlePayment(platform, id, { reference: `R${id}`, at })
  noteSettled(platform, T, at)
}

/** The vendor repeats itself: nothing may come of it. */
function tellAgain(platform: PlatformDb, at: number): void {
  const last = platformSqliteOf(platform)
    .prepare<[], number>(`select max(id) from payments where direction = 'in'`)
    .pluck()
    .get()
  if (last) settlePayment(platform, last, { reference: `R${last}`, at })
}

function takeBack(platform: PlatformDb, model: BillingModel, one: Step, at: number): void {
  const invoice = model.invoices[one.which!]
  if (!invoice) return
  const net = Math.max(1, Math.round((invoice.net - invoice.taken) * one.part!))
  const isTaken = model.take(one.which!, net)
  const invoiceId = platformSqliteOf(platform)
    .prepare<[number], number>(
      `select id from invoices where kind = 'invoice' order by id limit 1 offset ?`,
    )
    .pluck()
    .get(one.which!)!
  const options = { invoiceId, subtotal: net * 100, reason: 'Test', at, timeZone: 'Africa/Nairobi' }
  expect(creditInvoice(platform, options).ok).toBe(isTaken)
  if (isTaken) noteSettled(platform, T, at)
}

function refund(platform: PlatformDb, model: BillingModel, one: Step, at: number): void {
  const amount = Math.round(model.credit * one.part!)
  const method = one.method!
  if (amount === 0) return
  const isPossible = model.refund(amount, method)
  const id = askBack(platform, { method, amount, at })
  expect(settlePayment(platform, id, { at }).ok).toBe(isPossible)
}

function askBack(
  platform: PlatformDb,
  { method, amount, at }: { method: Method; amount: number; at: number },
): number {
  return addPayment(platform, {
    ...{ tenantId: T, method, direction: 'out', status: 'waiting_approval' },
    ...{ currency: 'KES', amount: amount * 100, at },
  })!
}

/** A refund leaves for a card, and some time later the vendor says whether it arrived. */
function sendBack(platform: PlatformDb, model: BillingModel, one: Step, at: number): void {
  if (one.do === 'send back') {
    const amount = Math.round(model.credit * one.part!)
    if (amount === 0) return
    const payment = findPayment(platform, askBack(platform, { method: 'card', amount, at }))!
    const sent = sendRefund(platform, { id: 1, name: 'Test' }, { payment, at })
    expect(sent === 'sent').toBe(model.send(amount))
    return
  }
  const leaving = platformSqliteOf(platform)
    .prepare<[], number>(`select id from payments where direction = 'out' and status = 'asked'`)
    .pluck()
    .get()
  if (leaving === undefined) return
  model.arrive(one.isThere!)
  const payment = findPayment(platform, leaving)!
  if (one.isThere) {
    settlePayment(platform, leaving, { reference: `B${leaving}`, at })
    settlePayment(platform, leaving, { reference: `B${leaving}`, at })
    noteSettled(platform, T, at)
  } else {
    markPayment(platform, leaving, { status: 'failed', reason: 'refund_failed', at })
    releaseRefund(platform, payment, at)
  }
}

function addCoupons(platform: PlatformDb): void {
  for (const [code, { percent, amount, months }] of Object.entries(MODEL_COUPONS)) {
    const worth = percent
      ? { percent, amount: null, currency: null }
      : { percent: null, amount: amount * 100, currency: 'KES' }
    const rules = { usesMax: null, validUntil: null, plans: null, isForNew: false }
    addCoupon(platform, by, { coupon: { code, ...worth, months, ...rules }, at: toMs(0) })
  }
}

function addUser(platform: PlatformDb): void {
  platformSqliteOf(platform).exec(
    `insert into platform_users (id, email, name, role, created_at, updated_at)
     values (1, 'asha@b.test', 'Asha', 'admin', 0, 0)`,
  )
}

function spendPlan(platform: PlatformDb, model: BillingModel, one: Step, at: number): void {
  const { cap = null, answers = 0 } = one
  model.use(cap, answers)
  const { periodStart: since } = findSubscription(platform, T)!
  const minor = cap === null ? null : cap * 100
  chooseOverage(platform, { tenantId: T, cap: minor, by, at })
  if (since === null) return
  const used = { members: 1, answers, messages: 0, endpoints: 0, storageMb: 0, contacts: 0 }
  noteUsage(platform, T, { since, used, at })
}

function compare(platform: PlatformDb, model: BillingModel): void {
  const subscription = findSubscription(platform, T)!
  const open = listOpenInvoices(platform, T)
  expect({
    status: subscription.status,
    plan: subscription.planId,
    owed: open.reduce((sum, one) => sum + one.total - one.settled, 0),
    credit: creditOf(platform, T, 'KES'),
    revenue: notedRevenue(platform, T),
    ...accounts(platform),
  }).toEqual({
    ...{ status: model.status, plan: model.plan, owed: model.owed * 100 },
    ...{ credit: model.credit * 100, revenue: model.revenue * 100 },
    mpesa: model.tills.mpesa * 100,
    card: model.tills.card * 100,
    bank: model.tills.bank * 100,
  })
  expect(checkLedger(platform)).toEqual([])
  expect(numbersOf(platform)).toEqual(numbersOf(platform).map((_, index) => index + 1))
  const isOpen = platformSqliteOf(platform)
    .prepare(`select status = 'active' from tenants`)
    .pluck()
    .get()
  expect(isOpen).toBe(Number(isServed(subscription.status)))
}

function accounts(platform: PlatformDb): Record<Method, number> {
  return platformSqliteOf(platform)
    .prepare<[], Record<Method, number>>(
      `select coalesce(sum(amount) filter (where account = 'mpesa'), 0) as mpesa,
         coalesce(sum(amount) filter (where account = 'card'), 0) as card,
         coalesce(sum(amount) filter (where account = 'bank'), 0) as bank from ledger_entries`,
    )
    .get()!
}

/** The running numbers of this year's invoices, in the order of issue. */
function numbersOf(platform: PlatformDb): number[] {
  return platformSqliteOf(platform)
    .prepare<[], string>(`select number from invoices where number like 'INV-2026-%' order by id`)
    .pluck()
    .all()
    .map((number) => Number(number.slice(-5)))
}
