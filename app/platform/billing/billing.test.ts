import { beforeEach, describe, expect, test } from 'vitest'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { suspendTenant } from '../tenants/suspend.server.ts'
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
import { movementsBetween, revenueAt } from './mrr.server.ts'
import { addPayment, creditOf, findPayment, settlePayment } from './payments.server.ts'
import { findSubscription, startTrial } from './subscriptions.server.ts'
import { createTestPlatform } from './test-platform.ts'

const T = 'company-1'
const by = { kind: 'user', id: 1, name: 'Owner' } as const
const at = (day: string) => Date.parse(`${day}T09:00:00+03:00`)

let platform: PlatformDb
beforeEach(() => {
  platform = createTestPlatform(T)
  const options = { tenantId: T, planId: 'starter', currency: 'KES', timeZone: 'Africa/Nairobi' }
  startTrial(platform, { ...options, at: at('2026-01-17') })
})

function pay(amount: number, day: string, reference = `R${Math.random()}`): number {
  const id = addPayment(platform, {
    ...{ tenantId: T, method: 'mpesa', status: 'asked', currency: 'KES', amount, at: at(day) },
  })!
  settlePayment(platform, id, { reference, at: at(day) })
  noteSettled(platform, T, at(day))
  return id
}
const status = () => findSubscription(platform, T)!.status
const tenantStatus = () =>
  platformSqliteOf(platform).prepare('select status from tenants').pluck().get()
const owed = () =>
  listOpenInvoices(platform, T).reduce((sum, one) => sum + one.total - one.settled, 0)

/** 4,900 a month and 2,500 once, with 16 % tax */
const FIRST = 858_400
const MONTH = 568_400

describe('a subscription', () => {
  test('keeps its free days when it is paid for early, and counts from then on', () => {
    subscribe(platform, { tenantId: T, by, at: at('2026-01-20') })
    expect(owed()).toBe(FIRST)
    expect(revenueAt(platform, 'KES', at('2026-01-20'))).toBe(0)
    pay(FIRST, '2026-01-21')
    expect(status()).toBe('active')
    const { periodStart, periodEnd } = findSubscription(platform, T)!
    expect([periodStart, periodEnd]).toEqual([at('2026-01-31'), at('2026-02-28')])
    expect(revenueAt(platform, 'KES', at('2026-01-22'))).toBe(490_000)
  })

  test('of the 31st pays on the last day of short months, and on the 31st again', () => {
    subscribe(platform, { tenantId: T, by, at: at('2026-01-20') })
    pay(FIRST, '2026-01-21')
    advance(platform, T, at('2026-02-28'))
    expect(findSubscription(platform, T)!.periodEnd).toBe(at('2026-03-31'))
  })

  test('unpaid goes from past due to suspended and given up, and the loss is booked', () => {
    advance(platform, T, at('2026-01-31'))
    expect([status(), tenantStatus()]).toEqual(['past_due', 'active'])
    advance(platform, T, at('2026-02-13'))
    expect(status()).toBe('past_due')
    advance(platform, T, at('2026-02-14'))
    expect([status(), tenantStatus()]).toEqual(['suspended', 'suspended'])
    advance(platform, T, at('2026-03-31'))
    expect([status(), owed()]).toEqual(['cancelled', 0])
    expect(revenueAt(platform, 'KES', at('2026-04-01'))).toBe(0)
    expect(checkLedger(platform)).toEqual([])
  })

  test('opens the company again when the debt is paid, with a period that begins today', () => {
    subscribe(platform, { tenantId: T, by, at: at('2026-01-20') })
    pay(FIRST, '2026-01-21')
    for (const day of ['2026-02-28', '2026-03-07', '2026-03-21']) advance(platform, T, at(day))
    expect([status(), tenantStatus()]).toEqual(['suspended', 'suspended'])
    pay(owed(), '2026-04-10')
    expect([status(), tenantStatus()]).toEqual(['active', 'active'])
    expect(findSubscription(platform, T)!.periodStart).toBe(at('2026-04-10'))
    expect(movementsBetween(platform, 'KES', { from: 0, to: at('2026-05-01') })).toEqual([
      { kind: 'churned', amount: -490_000, companies: 1 },
      { kind: 'new', amount: 490_000, companies: 1 },
      { kind: 'returned', amount: 490_000, companies: 1 },
    ])
  })

  test('paying does not lift what a person suspended', () => {
    subscribe(platform, { tenantId: T, by, at: at('2026-01-20') })
    const owner = { id: 1, name: 'Owner', role: 'owner' } as const
    suspendTenant(platform, owner, T, 'Spam')
    pay(FIRST, '2026-01-21')
    expect([status(), tenantStatus()]).toEqual(['active', 'suspended'])
  })

  test('a dearer plan counts at once and costs the rest of the month, a cheaper one later', () => {
    subscribe(platform, { tenantId: T, by, at: at('2026-01-20') })
    pay(FIRST, '2026-01-21')
    const ask = { tenantId: T, by, at: at('2026-02-14') }
    expect(changePlan(platform, { ...ask, planId: 'professional' })).toMatchObject({
      takesEffect: 'now',
    })
    expect(owed()).toBe(Math.round((1_000_000 / 2) * 1.16))
    expect(revenueAt(platform, 'KES', at('2026-02-15'))).toBe(1_490_000)
    pay(owed(), '2026-02-15')
    expect(changePlan(platform, { ...ask, planId: 'starter' })).toMatchObject({
      takesEffect: 'period_end',
    })
    advance(platform, T, at('2026-02-28'))
    expect([findSubscription(platform, T)!.planId, owed()]).toEqual(['starter', MONTH])
  })

  test('cancelled ends with what is paid, can be taken back, and comes back for a new invoice', () => {
    subscribe(platform, { tenantId: T, by, at: at('2026-01-20') })
    pay(FIRST, '2026-01-21')
    const ask = { tenantId: T, by, at: at('2026-02-10') }
    cancelSubscription(platform, ask)
    resumeSubscription(platform, ask)
    cancelSubscription(platform, ask)
    expect(status()).toBe('active')
    advance(platform, T, at('2026-02-28'))
    expect([status(), tenantStatus(), owed()]).toEqual(['cancelled', 'suspended', 0])
    resumeSubscription(platform, { ...ask, at: at('2026-03-05') })
    expect([status(), owed()]).toEqual(['suspended', MONTH])
    pay(MONTH, '2026-03-06')
    expect([status(), tenantStatus()]).toEqual(['active', 'active'])
  })
})

describe('money', () => {
  test('told twice is booked once; one receipt pays one payment', () => {
    subscribe(platform, { tenantId: T, by, at: at('2026-01-20') })
    const id = pay(FIRST, '2026-01-21', 'NLJ7RT61SV')
    expect(settlePayment(platform, id, { at: at('2026-01-22') })).toEqual({
      ok: true,
      isNew: false,
    })
    const again = addPayment(platform, {
      ...{ tenantId: T, method: 'mpesa', status: 'asked', currency: 'KES', amount: FIRST },
      at: at('2026-01-22'),
    })!
    const told = settlePayment(platform, again, { reference: 'NLJ7RT61SV', at: at('2026-01-22') })
    expect(told).toEqual({ ok: false, reason: 'reference_taken' })
    expect(creditOf(platform, T, 'KES')).toBe(0)
  })

  test('too much stays as credit and pays the next invoice', () => {
    subscribe(platform, { tenantId: T, by, at: at('2026-01-20') })
    pay(FIRST + MONTH, '2026-01-21')
    expect(creditOf(platform, T, 'KES')).toBe(MONTH)
    advance(platform, T, at('2026-02-28'))
    expect([owed(), creditOf(platform, T, 'KES'), status()]).toEqual([0, 0, 'active'])
  })

  test('part of an invoice is taken back, then the whole, never more', () => {
    subscribe(platform, { tenantId: T, by, at: at('2026-01-20') })
    pay(FIRST, '2026-01-21')
    const ask = { invoiceId: 1, reason: 'Late start', at: at('2026-01-22'), timeZone: 'UTC' }
    expect(creditInvoice(platform, { ...ask, subtotal: 250_000 })).toMatchObject({ ok: true })
    expect(creditOf(platform, T, 'KES')).toBe(290_000)
    expect(creditInvoice(platform, { ...ask, subtotal: 490_001 })).toEqual({
      ...{ ok: false, reason: 'more_than_invoiced' },
    })
    expect(creditInvoice(platform, { ...ask, subtotal: 490_000 })).toMatchObject({
      creditNote: { number: 'CRN-2026-00002', total: MONTH },
    })
    const out = addPayment(platform, {
      ...{ tenantId: T, method: 'bank', direction: 'out', status: 'waiting_approval' },
      ...{ currency: 'KES', amount: FIRST + 1, reference: 'B1', at: ask.at },
    })!
    expect(settlePayment(platform, out, { at: ask.at })).toMatchObject({
      reason: 'not_enough_credit',
    })
    expect(findPayment(platform, out)!.status).toBe('waiting_approval')
    expect(checkLedger(platform)).toEqual([])
  })

  test('the books refuse what does not balance, and any change afterwards', () => {
    subscribe(platform, { tenantId: T, by, at: at('2026-01-20') })
    const sqlite = platformSqliteOf(platform)
    expect(() => sqlite.exec('update ledger_entries set amount = amount + 1')).toThrow(
      /never change/,
    )
    expect(() => sqlite.exec('delete from journals')).toThrow(/kept/)
    expect(() =>
      sqlite.exec(
        `insert into ledger_entries (journal_id, account, tenant_id, currency, amount)
         values (1, 'cash', '${T}', 'KES', 1)`,
      ),
    ).toThrow(/never changes/)
    sqlite.exec(
      `insert into journals (id, at, kind, tenant_id) values (99, 0, 'payment', '${T}');
       insert into ledger_entries (journal_id, account, tenant_id, currency, amount)
         values (99, 'cash', '${T}', 'KES', 5)`,
    )
    expect(() => sqlite.exec('update journals set posted_at = 1 where id = 99')).toThrow(/zero/)
    expect(checkLedger(platform).map(({ what }) => what)).toEqual([
      ...['does not sum to zero', 'is not posted'],
    ])
  })
})
