import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { creditInvoice } from '../billing/credit-notes.server.ts'
import { issueInvoice } from '../billing/invoices.server.ts'
import { addPayment, settlePayment } from '../billing/payments.server.ts'
import { subscribe } from '../billing/change-plan.server.ts'
import { noteSettled } from '../billing/advance.server.ts'
import { startTrial } from '../billing/subscriptions.server.ts'
import { addTestTenant, createTestPlatform } from '../billing/test-platform.ts'
import { closePlatform, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { listCommissions, listOwed, sumCommissions } from './commissions.server.ts'
import { approveCommissions, payCommissions } from './decide-commissions.server.ts'
import { noteCommissions, shareOf } from './note-commissions.server.ts'
import { rateFor, saveRate } from './rates.server.ts'
import { addTestUser } from './test-sales.ts'

const T = 'company-1'
const ZONE = 'Africa/Nairobi'
const start = (month: number) => Date.UTC(2026, month, 1) - 3 * 3_600_000

let platform: PlatformDb
let anna: PlatformActor
let brian: PlatformActor
let boss: PlatformActor

function open(): void {
  platform = createTestPlatform(T)
  anna = addTestUser(platform, 'Anna')
  brian = addTestUser(platform, 'Brian')
  boss = addTestUser(platform, 'Boss', 'owner')
  giveTo(anna)
}
beforeEach(open)
afterEach(() => closePlatform(platform))

function giveTo(rep: PlatformActor): void {
  platformSqliteOf(platform).prepare('update tenants set rep_id = ?').run(rep.id)
}

/** @returns its id and total */
function issue(net: number, month = 0) {
  return issueInvoice(platform, {
    ...{ tenantId: T, currency: 'KES', timeZone: ZONE, issuedAt: start(month) },
    ...{ dueAt: start(month), period: { from: start(month), to: start(month + 1) } },
    lines: [{ kind: 'plan', amount: net }],
  })
}

let receipt = 0
function pay(amount: number, isNoted = true): void {
  const id = addPayment(platform, {
    ...{ tenantId: T, method: 'bank', status: 'asked', currency: 'KES', amount, at: 1 },
  })!
  receipt += 1
  settlePayment(platform, id, { reference: `R${receipt}`, at: 1 })
  if (isNoted) noteCommissions(platform, T, 1)
}

function credit(invoiceId: number, subtotal: number) {
  const options = { invoiceId, subtotal, reason: 'Test', at: 2, timeZone: ZONE }
  const result = creditInvoice(platform, options)
  noteCommissions(platform, T, 2)
  return result
}

const amounts = (user = boss) =>
  listCommissions(platform, user).rows.map(({ kind, amount }) => [kind, amount])
const owed = () => sumCommissions(platform, boss).pending

describe('what a rep earns', () => {
  test('something once and a part of each paid invoice, rounded to the cent', () => {
    const invoice = issue(490_005)
    pay(invoice.total - 100)
    expect(amounts()).toEqual([])
    pay(100)
    expect(amounts()).toEqual([
      ['one_time', 200_000],
      ['recurring', 49_001],
    ])
    noteCommissions(platform, T, 3)
    expect(owed()).toBe(249_001)
  })

  test('for so many months, and under the terms of the time', () => {
    const rate = { repId: null, planId: null, oneTime: 0, percentBp: 1_000, months: 2 }
    saveRate(platform, boss, rate)
    pay(issue(100_000, 0).total)
    saveRate(platform, boss, { ...rate, percentBp: 5_000 })
    pay(issue(100_000, 1).total)
    pay(issue(100_000, 2).total)
    saveRate(platform, boss, { ...rate, percentBp: 5_000, months: 60 })
    noteCommissions(platform, T, 4)
    expect(amounts()).toEqual([
      ['recurring', 50_000],
      ['recurring', 10_000],
    ])
  })

  test('less again where an invoice is credited, also after it was paid out', () => {
    const invoice = issue(100_000)
    pay(invoice.total)
    const [row] = listOwed(platform, boss)
    const decision = { repId: anna.id, upTo: row!.upTo, amount: row!.amount, currency: 'KES' }
    expect(approveCommissions(platform, boss, decision).ok).toBe(true)
    expect(payCommissions(platform, boss, { ...decision, reference: 'B1' }).ok).toBe(true)
    credit(invoice.id, 40_000)
    expect(owed()).toBe(-4_000)
    credit(invoice.id, 60_000)
    expect(owed()).toBe(-210_000)
    expect(sumCommissions(platform, boss).paid).toBe(210_000)
  })

  test('nothing for what was open when it was credited', () => {
    const invoice = issue(100_000)
    credit(invoice.id, 100_000)
    expect(amounts()).toEqual([])
  })

  test('a company that passes to another rep: what comes later is theirs', () => {
    const first = issue(100_000)
    pay(first.total)
    giveTo(brian)
    pay(issue(100_000, 1).total)
    credit(first.id, 100_000)
    expect(amounts(brian)).toEqual([['recurring', 10_000]])
    expect(sumCommissions(platform, anna).pending).toBe(200_000)
  })

  test('comes by itself with the payment of a subscription', () => {
    startTrial(platform, {
      ...{ tenantId: T, planId: 'starter', currency: 'KES' },
      timeZone: ZONE,
      at: start(0),
    })
    subscribe(platform, {
      tenantId: T,
      by: { kind: 'system', id: null, name: 'Test' },
      at: start(0),
    })
    pay(858_400, false)
    noteSettled(platform, T, start(0))
    noteSettled(platform, T, start(0))
    // 4,900 and 2,500 setup: 10 % of 7,400, and 2,000 once.
    expect(owed()).toBe(200_000 + 74_000)
  })
})

test('the closest rate counts', () => {
  const set = (repId: number | null, planId: string | null, percentBp: number) =>
    saveRate(platform, boss, { repId, planId, percentBp, oneTime: 0, months: 1 })
  const percent = (rep: PlatformActor, plan: string) => rateFor(platform, rep.id, plan).percentBp
  expect(percent(anna, 'starter')).toBe(1_000)
  set(null, 'starter', 2)
  set(anna.id, null, 3)
  expect([percent(anna, 'starter'), percent(brian, 'starter'), percent(brian, 'growth')]).toEqual([
    ...[3, 2, 1_000],
  ])
  set(anna.id, 'starter', 4)
  set(anna.id, 'starter', 5)
  expect(percent(anna, 'starter')).toBe(5)
  expect(set(boss.id, null, 1)).toMatchObject({ reason: 'rep_not_found' })
})

describe('deciding', () => {
  const seen = () => {
    const { upTo, amount } = listOwed(platform, boss)[0]!
    return { repId: anna.id, upTo, amount, currency: 'KES' }
  }
  test('is about what was seen, and only a manager’s', () => {
    pay(issue(100_000).total)
    const before = seen()
    pay(issue(50_000, 1).total)
    expect(approveCommissions(platform, anna, before)).toMatchObject({ reason: 'not_allowed' })
    expect(approveCommissions(platform, boss, { ...before, amount: 1 })).toMatchObject({
      reason: 'changed_elsewhere',
    })
    expect(approveCommissions(platform, boss, before).ok).toBe(true)
    expect(approveCommissions(platform, boss, before)).toMatchObject({ reason: 'nothing_owed' })
    expect(sumCommissions(platform, boss)).toEqual({ pending: 5_000, approved: 210_000, paid: 0 })
  })
  test('what is owed back is not paid out but waits', () => {
    const invoice = issue(100_000)
    pay(invoice.total)
    approveCommissions(platform, boss, seen())
    payCommissions(platform, boss, { ...seen(), reference: 'B1' })
    credit(invoice.id, 100_000)
    approveCommissions(platform, boss, seen())
    expect(payCommissions(platform, boss, { ...seen(), reference: 'B2' })).toMatchObject({
      reason: 'nothing_owed',
    })
  })
})

type Step = { do: 'issue' | 'pay' | 'credit' | 'rate' | 'rep' | 'again' | 'decide'; by: number }
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom<Step['do']>(
    ...([
      'issue',
      'issue',
      'pay',
      'pay',
      'pay',
      'credit',
      'rate',
      'rep',
      'again',
      'decide',
    ] as const),
  ),
  by: fc.integer({ min: 1, max: 1_000_000 }),
})

test('any order of invoices, payments, credits and new rates earns what plain arithmetic says', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
      closePlatform(platform)
      open()
      addTestTenant(platform, 'company-2')
      const model = new Model()
      for (const one of steps) {
        model.take(one)
        expect(earned()).toEqual(model.earned())
      }
    }),
    { numRuns: 100 },
  )
}, 120_000)

/** Each rep's sum over all states. */
function earned(): number[] {
  return [anna, brian].map((rep) => {
    const { pending, approved, paid } = sumCommissions(platform, rep)
    return pending + approved + paid
  })
}

/** The rule said a second time: a list of invoices, each with who earns what part of it. */
class Model {
  rep = 0
  percent = 10
  once = 200_000
  invoices: { id: number; net: number; taken: number; rep?: number; percent: number }[] = []
  first: { rep: number; once: number } | undefined

  take({ do: what, by }: Step): void {
    if (what === 'issue') this.issue(by)
    else if (what === 'pay') pay(Math.max(100, by * 3))
    else if (what === 'credit') this.credit(by)
    else if (what === 'rate') this.rate(by)
    else if (what === 'rep') this.pass()
    else if (what === 'decide') decideAll()
    noteCommissions(platform, T, 9)
    this.look()
  }

  issue(net: number): void {
    const { id } = issue(net, this.invoices.length)
    this.invoices.push({ id, net, taken: 0, percent: 0 })
  }
  credit(by: number): void {
    const invoice = this.invoices[by % Math.max(1, this.invoices.length)]
    if (!invoice) return
    const part = Math.min(invoice.net - invoice.taken, by)
    if (credit(invoice.id, part).ok) invoice.taken += part
  }
  rate(by: number): void {
    this.percent = by % 30
    this.once = by
    saveRate(platform, boss, {
      ...{ repId: null, planId: null, months: 120 },
      ...{ oneTime: this.once, percentBp: this.percent * 100 },
    })
  }
  pass(): void {
    this.rep = 1 - this.rep
    giveTo(this.rep === 0 ? anna : brian)
  }
  isPaid(id: number): boolean {
    const status = platformSqliteOf(platform)
      .prepare<[number], string>('select status from invoices where id = ?')
      .pluck()
      .get(id)!
    return status === 'paid'
  }
  /** Who is the rep when an invoice is first found paid earns from it. */
  look(): void {
    for (const invoice of this.invoices)
      if (invoice.rep === undefined && this.isPaid(invoice.id) && invoice.net > invoice.taken) {
        Object.assign(invoice, { rep: this.rep, percent: this.percent })
        this.first ??= { rep: this.rep, once: this.once }
      }
  }
  earned(): number[] {
    const live = this.invoices.filter(({ rep, net, taken }) => rep !== undefined && net > taken)
    return [0, 1].map((rep) => {
      const once = this.first?.rep === rep && live.length > 0 ? this.first.once : 0
      const parts = live
        .filter((invoice) => invoice.rep === rep)
        .map(({ net, taken, percent }) => Math.round(((net - taken) * percent) / 100 + 1e-9))
      return parts.reduce((sum, part) => sum + part, once)
    })
  }
}

function decideAll(): void {
  for (const { repId, upTo, amount, currency, state } of listOwed(platform, boss)) {
    const decision = { repId, upTo, amount, currency }
    if (state === 'pending') approveCommissions(platform, boss, decision)
    else payCommissions(platform, boss, { ...decision, reference: 'B' })
  }
}

test('a share is exact', () => {
  expect([shareOf(5, 1_000), shareOf(4, 1_000), shareOf(0, 9_999), shareOf(1, 10_000)]).toEqual([
    ...[1, 0, 0, 1],
  ])
})
