import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closePlatform, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { advance, noteSettled } from './advance.server.ts'
import {
  cancelSubscription,
  changePlan,
  resumeSubscription,
  subscribe,
} from './change-plan.server.ts'
import { creditInvoice } from './credit-notes.server.ts'
import { listOpenInvoices } from './invoices.server.ts'
import { checkLedger } from './ledger.server.ts'
import { notedRevenue } from './mrr.server.ts'
import { addPayment, creditOf, settlePayment } from './payments.server.ts'
import { isServed } from './subscription-status.ts'
import { findSubscription, startTrial } from './subscriptions.server.ts'
import { BillingModel } from './test-model.ts'
import type { PlanName } from './test-model.ts'
import { createTestPlatform } from './test-platform.ts'

const T = 'company-1'
const by = { kind: 'system', id: null, name: 'Test' } as const
const toMs = (day: number) => Date.parse('2026-01-01T09:00:00+03:00') + day * 86_400_000

const plan = fc.constantFrom<PlanName>('starter', 'professional', 'growth')
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('wait'), days: fc.integer({ min: 1, max: 40 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pay'), part: fc.constantFrom(0.5, 1, 1, 1, 2) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('tell again') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('order') }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('choose'), plan }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resume') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('take'),
      which: fc.nat(8),
      part: fc.constantFrom(0.3, 1),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('refund'), part: fc.constantFrom(0.5, 1, 2) }),
  },
)
type Step = {
  do: string
  days?: number
  part?: number
  plan?: PlanName
  which?: number
}

test('any order of payments, changes and waiting ends where plain arithmetic says', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
      const platform = createTestPlatform(T)
      const options = { tenantId: T, planId: 'starter', currency: 'KES' }
      startTrial(platform, { ...options, timeZone: 'Africa/Nairobi', at: toMs(0) })
      const model = new BillingModel()
      for (const one of steps as Step[]) {
        take(platform, model, one)
        compare(platform, model)
      }
      closePlatform(platform)
    }),
    { numRuns: 150 },
  )
}, 240_000)

function take(platform: PlatformDb, model: BillingModel, one: Step): void {
  const ask = { tenantId: T, by, at: toMs(model.day + (one.days ?? 0)) }
  if (one.do === 'wait') {
    model.wait(one.days!)
    advance(platform, T, ask.at)
  } else if (one.do === 'pay') pay(platform, model, one.part!, ask.at)
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
  else refund(platform, model, one.part!, ask.at)
}

function pay(platform: PlatformDb, model: BillingModel, part: number, at: number): void {
  const amount = Math.round(model.owed * part)
  if (amount === 0) return
  model.pay(amount)
  const id = addPayment(platform, {
    ...{ tenantId: T, method: 'mpesa', status: 'asked', currency: 'KES', amount: amount * 100, at },
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

function refund(platform: PlatformDb, model: BillingModel, part: number, at: number): void {
  const amount = Math.round(model.credit * part)
  if (amount === 0) return
  const isPossible = model.refund(amount)
  const id = addPayment(platform, {
    ...{ tenantId: T, method: 'bank', direction: 'out', status: 'waiting_approval' },
    ...{ currency: 'KES', amount: amount * 100, at },
  })!
  expect(settlePayment(platform, id, { at }).ok).toBe(isPossible)
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
    ...{ mpesa: model.received * 100, bank: 0 - model.returned * 100 },
  })
  expect(checkLedger(platform)).toEqual([])
  expect(numbersOf(platform)).toEqual(numbersOf(platform).map((_, index) => index + 1))
  const isOpen = platformSqliteOf(platform)
    .prepare(`select status = 'active' from tenants`)
    .pluck()
    .get()
  expect(isOpen).toBe(Number(isServed(subscription.status)))
}

function accounts(platform: PlatformDb): { mpesa: number; bank: number } {
  return platformSqliteOf(platform)
    .prepare<[], { mpesa: number; bank: number }>(
      `select coalesce(sum(amount) filter (where account = 'mpesa'), 0) as mpesa,
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
