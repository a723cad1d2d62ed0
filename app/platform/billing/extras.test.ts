import { beforeEach, describe, expect, test } from 'vitest'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { listOffers, setAddOn } from './add-ons.server.ts'
import { advance, noteSettled } from './advance.server.ts'
import { cancelSubscription, subscribe } from './change-plan.server.ts'
import { addCoupon, endCoupon, redeemCoupon } from './coupons.server.ts'
import type { NewCoupon } from './coupons.server.ts'
import { findDocument } from './documents.server.ts'
import { listOpenInvoices } from './invoices.server.ts'
import { checkLedger } from './ledger.server.ts'
import { notedRevenue } from './mrr.server.ts'
import { chooseOverage } from './overage.server.ts'
import { addPayment, settlePayment } from './payments.server.ts'
import { findSubscription, startTrial } from './subscriptions.server.ts'
import { addTestTenant, createTestPlatform } from './test-platform.ts'
import { allowanceOf, listUsage, noteUsage } from './usage.server.ts'

const T = 'company-1'
const by = { kind: 'user', id: 1, name: 'Owner' } as const
const at = (day: string) => Date.parse(`${day}T09:00:00+03:00`)
const START = at('2026-01-01')
let platform: PlatformDb

beforeEach(() => {
  platform = createTestPlatform(T)
  begin(T)
})

function begin(tenantId: string): void {
  const options = { tenantId, planId: 'starter', currency: 'KES', timeZone: 'Africa/Nairobi' }
  startTrial(platform, { ...options, at: START })
}

/** The newest invoice, as its lines say it. */
function newest() {
  const id = platformSqliteOf(platform).prepare<[], number>('select max(id) from invoices').pluck()
  const { lines, subtotal } = findDocument(platform, T, id.get()!)!
  return { lines: lines.map(({ kind, quantity, amount }) => [kind, quantity, amount]), subtotal }
}
function payAll(day: string): void {
  for (const { total, settled } of listOpenInvoices(platform, T)) {
    const amount = total - settled
    const id = addPayment(platform, {
      ...{ tenantId: T, method: 'card', status: 'asked', currency: 'KES', amount, at: at(day) },
    })!
    settlePayment(platform, id, { at: at(day) })
  }
  noteSettled(platform, T, at(day))
}
/** Orders and pays during the free days: the first period begins on 15 January. */
function pays(): void {
  subscribe(platform, { tenantId: T, by, at: at('2026-01-10') })
  payAll('2026-01-10')
}

const plain: NewCoupon = {
  ...{ code: 'KARIBU', percent: 20, amount: null, currency: null, months: 2, usesMax: null },
  ...{ validUntil: null, plans: null, isForNew: false },
}
const add = (more: Partial<NewCoupon> = {}) =>
  addCoupon(platform, by, { coupon: { ...plain, ...more }, at: START })
const redeem = (code = 'KARIBU', day = '2026-01-05', tenantId = T) =>
  redeemCoupon(platform, { tenantId, code, by, at: at(day) })

describe('a coupon', () => {
  test('lowers so many invoices, the plan but not the set-up, however it is typed', () => {
    add()
    expect(redeem(' karibu ')).toMatchObject({ ok: true })
    pays()
    expect(newest()).toEqual({
      lines: [
        ['plan', 1, 490_000],
        ['discount', 1, -98_000],
        ['setup', 1, 250_000],
      ],
      subtotal: 642_000,
    })
    advance(platform, T, at('2026-02-15'))
    expect(newest().subtotal).toBe(392_000)
    advance(platform, T, at('2026-03-15'))
    expect(newest().lines).toEqual([['plan', 1, 490_000]])
    expect(redeem()).toMatchObject({ reason: 'used_before' })
  })

  test('of an amount never makes an invoice less than nothing; for ever is for ever', () => {
    add({ percent: null, amount: 900_000, currency: 'KES', months: null })
    redeem()
    pays()
    advance(platform, T, at('2026-05-20'))
    expect(newest()).toEqual({
      lines: [
        ['plan', 1, 490_000],
        ['discount', 1, -490_000],
      ],
      subtotal: 0,
    })
    expect(checkLedger(platform)).toEqual([])
    add({ code: 'OTHER' })
    expect(redeem('OTHER')).toMatchObject({ reason: 'has_coupon' })
  })

  test('is refused to whom it is not for', () => {
    expect(add()).toBe(true)
    expect(add({ code: 'karibu' })).toBe(false)
    add({ code: 'ONE', usesMax: 1 })
    add({ code: 'GROW', plans: ['growth'] })
    add({ code: 'LATE', validUntil: at('2026-01-04') })
    add({ code: 'NEW', isForNew: true })
    add({ code: 'GONE' })
    endCoupon(platform, by, { code: 'GONE', at: START })
    addTestTenant(platform, 'company-2')
    begin('company-2')
    expect(redeem('ONE', '2026-01-05', 'company-2')).toMatchObject({ ok: true })
    pays()
    const reasons = ['ONE', 'GROW', 'LATE', 'NEW', 'GONE', 'NOPE'].map((code) => {
      const one = redeem(code)
      return one.ok ? 'ok' : one.reason
    })
    expect(reasons).toEqual(['used_up', 'other_plan', 'over', 'only_new', 'over', 'unknown'])
  })
})

describe('an add-on', () => {
  const take = (addOnId: string, quantity: number, day: string) =>
    setAddOn(platform, { tenantId: T, addOnId, quantity, by, at: at(day) })
  const members = () => allowanceOf(platform, T, at('2026-02-01')).limits.members

  test('in the free days costs nothing yet and stands on the first invoice', () => {
    expect(take('member', 2, '2026-01-05')).toEqual({ ok: true, takesEffect: 'now' })
    expect([members(), listOpenInvoices(platform, T)]).toEqual([5, []])
    take('member', 1, '2026-01-06')
    pays()
    expect(newest().lines).toContainEqual(['add_on', 1, 90_000])
    expect(notedRevenue(platform, T)).toBe(580_000)
  })

  test('taken later is charged for the rest of the month; fewer count from the next one', () => {
    pays()
    advance(platform, T, at('2026-01-15'))
    // 15 of 31 days are left.
    expect(take('answers', 2, '2026-01-31')).toEqual({ ok: true, takesEffect: 'now' })
    expect(newest().lines).toEqual([['proration', 2, 338_700]])
    expect(allowanceOf(platform, T, at('2026-02-01')).limits.answers).toBe(3000)
    expect(notedRevenue(platform, T)).toBe(490_000 + 700_000)
    payAll('2026-01-31')
    expect(take('answers', 0, '2026-02-01')).toEqual({ ok: true, takesEffect: 'period_end' })
    expect(allowanceOf(platform, T, at('2026-02-01')).limits.answers).toBe(3000)
    expect(listOffers(platform, T)[0]).toMatchObject({ quantity: 2, nextQuantity: 0 })
    advance(platform, T, at('2026-02-15'))
    expect(newest().lines).toEqual([['plan', 1, 490_000]])
    expect([
      allowanceOf(platform, T, at('2026-02-16')).limits.answers,
      notedRevenue(platform, T),
    ]).toEqual([1000, 490_000])
    expect(checkLedger(platform)).toEqual([])
  })

  test('is refused unknown, too often, or to who owes', () => {
    expect(take('gold', 1, '2026-01-05')).toMatchObject({ reason: 'unknown' })
    expect(take('member', 101, '2026-01-05')).toMatchObject({ reason: 'too_many' })
    advance(platform, T, at('2026-01-20'))
    expect(take('member', 1, '2026-01-20')).toMatchObject({ reason: 'unpaid' })
  })
})

describe('use beyond the plan', () => {
  const choose = (cap: number | null) =>
    chooseOverage(platform, { tenantId: T, cap, by, at: START })
  const use = (answers: number) => {
    const used = { members: 9, answers, messages: 0, endpoints: 0, storageMb: 0, contacts: 0 }
    noteUsage(platform, T, { since: at('2026-01-15'), used, at: at('2026-02-14') })
  }

  test.each([
    [null, 1400, []],
    [300_000, 1400, [['overage', 400, 200_000]]],
    [150_000, 1400, [['overage', 400, 150_000]]],
    [150_000, 1000, []],
  ])('with a cap of %s, %s answers cost %j', (cap, answers, lines) => {
    choose(cap)
    pays()
    advance(platform, T, at('2026-01-15'))
    use(answers)
    advance(platform, T, at('2026-02-15'))
    expect(newest().lines).toEqual([['plan', 1, 490_000], ...lines])
    advance(platform, T, at('2026-03-15'))
    expect(newest().lines).toEqual([['plan', 1, 490_000]])
  })

  test('of a last period is billed once, and stays readable afterwards', () => {
    choose(300_000)
    pays()
    advance(platform, T, at('2026-01-15'))
    cancelSubscription(platform, { tenantId: T, by, at: at('2026-01-20') })
    use(1400)
    advance(platform, T, at('2026-02-15'))
    expect(findSubscription(platform, T)).toMatchObject({ status: 'cancelled' })
    expect(newest().lines).toEqual([['overage', 400, 200_000]])
    const answers = () => listUsage(platform, T).find(({ name }) => name === 'answers')?.used
    expect(answers()).toBe(1400)
    use(1500)
    cancelSubscription(platform, { tenantId: T, by, at: at('2026-02-16') })
    expect(newest().lines).toEqual([['overage', 400, 200_000]])
    expect(answers()).toBe(1500)
  })

  test('goes on until the cap is reached, and only for what the plan sells', () => {
    expect(allowanceOf(platform, T, START).stops).toMatchObject({ answers: 1000, members: 3 })
    choose(100_000)
    const { limits, stops } = allowanceOf(platform, T, START)
    expect([limits.answers, stops.answers, stops.members]).toEqual([1000, 1200, 3])
    expect(findSubscription(platform, T)!.overageCap).toBe(100_000)
  })
})
