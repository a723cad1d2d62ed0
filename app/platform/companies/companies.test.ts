import { beforeEach, describe, expect, test } from 'vitest'
import { noteSettled } from '../billing/advance.server.ts'
import { changePlan, subscribe } from '../billing/change-plan.server.ts'
import { listOpenInvoices } from '../billing/invoices.server.ts'
import { movementsBetween, revenueAt } from '../billing/mrr.server.ts'
import { addPayment, markPayment, settlePayment } from '../billing/payments.server.ts'
import { findSubscription } from '../billing/subscriptions.server.ts'
import { addTestTenant, createTestPlatform } from '../billing/test-platform.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { askDeletion, isErasureDue, restoreTenant } from '../tenants/leave.server.ts'
import { platformSettings } from '../settings/registry.ts'
import { reactivateTenant, suspendTenant } from '../tenants/suspend.server.ts'
import { findCompany } from './find.server.ts'
import { countCompanies, explainCompanies, listCompanies, sumRevenue } from './list.server.ts'
import type { CompanyFilter } from './list.server.ts'
import { listInvoicesOfAll, listPaymentsOfAll } from './money-lists.server.ts'
import { readOverview } from './overview.server.ts'
import { listMovements, readRevenueMonths } from './revenue.server.ts'
import { setSupporters } from './supporters.server.ts'
import { beginTrial, extendTrial } from './trial.server.ts'

const DAY = 24 * 3_600_000
const NOW = Date.parse('2026-03-20T09:00:00+03:00')
const everybody = { supporterId: null }
const by = { kind: 'user', id: 1, name: 'Olive' } as const
const owner = { id: 1, name: 'Olive', role: 'owner' } as const

let platform: PlatformDb
beforeEach(() => {
  platform = createTestPlatform('none')
  for (const id of ['trial', 'small', 'large', 'late']) addTestTenant(platform, id)
  for (const tenantId of ['trial', 'small', 'large', 'late'])
    beginTrial(platform, by, {
      ...{ tenantId, planId: tenantId === 'large' ? 'growth' : 'starter' },
      at: NOW - (tenantId === 'trial' ? 2 : 50) * DAY,
    })
  for (const tenantId of ['small', 'large']) payAll(tenantId, NOW - 40 * DAY)
  for (const tenantId of ['small', 'large', 'late']) noteSettled(platform, tenantId, NOW - 5 * DAY)
})

function payAll(tenantId: string, at: number): void {
  if (findSubscription(platform, tenantId)?.periodStart === null)
    subscribe(platform, { tenantId, by, at })
  for (const { id, total, settled } of listOpenInvoices(platform, tenantId)) {
    const facts = { tenantId, invoiceId: id, currency: 'KES', amount: total - settled, at }
    const payment = addPayment(platform, { ...facts, method: 'mpesa', status: 'asked' })!
    settlePayment(platform, payment, { reference: `R${payment}`, at })
  }
  noteSettled(platform, tenantId, at)
}

const names = (filter: CompanyFilter) =>
  listCompanies(platform, everybody, filter).rows.map(({ id }) => id)
const standingOf = (id: string) => findCompany(platform, everybody, id)?.standing

describe('where companies stand', () => {
  test('follows the subscription, and a person’s decision goes before it', () => {
    expect(standingOf('none')).toBe('none')
    expect(standingOf('trial')).toBe('trial')
    expect(standingOf('late')).toBe('past_due')
    payAll('late', NOW)
    expect(standingOf('late')).toBe('active')
    expect(standingOf('small')).toBe('active')
    suspendTenant(platform, owner, 'small', 'Spam')
    expect(standingOf('small')).toBe('suspended')
    reactivateTenant(platform, owner, 'small')
    expect(standingOf('small')).toBe('active')
  })

  test('reactivating opens no company whose subscription is unpaid', () => {
    noteSettled(platform, 'late', NOW + 60 * DAY)
    expect(findSubscription(platform, 'late')?.status).toBe('suspended')
    suspendTenant(platform, owner, 'late', 'Spam')
    expect(reactivateTenant(platform, owner, 'late')).toBe(true)
    expect(findCompany(platform, everybody, 'late')).toMatchObject({
      ...{ status: 'suspended', suspendedBy: 'billing', standing: 'suspended' },
    })
    expect(reactivateTenant(platform, owner, 'late')).toBe(false)
  })
})

describe('the list', () => {
  test('is narrowed by state, plan, industry, subscription, revenue and words', () => {
    expect(names({})).toEqual(['large', 'late', 'none', 'small', 'trial'])
    expect(names({ standing: 'trial' })).toEqual(['trial'])
    expect(names({ plan: 'growth' })).toEqual(['large'])
    expect(names({ industry: 'law' })).toEqual([])
    expect(names({ subscription: 'none' })).toEqual(['none'])
    expect(names({ isPaying: true, order: 'revenue' })).toEqual(['large', 'small'])
    expect(names({ search: 'LAR' })).toEqual(['large'])
    expect(names({ search: '%' })).toEqual([])
  })

  test('counts what it lists, state by state', () => {
    const counts = countCompanies(platform, everybody)
    for (const [standing, count] of Object.entries(counts))
      expect(names({ standing: standing as 'trial' }), standing).toHaveLength(count)
    expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(5)
  })

  test.each(['name', 'revenue', 'newest'] as const)('pages forth and back by %s', (order) => {
    for (let n = 0; n < 65; n++) addTestTenant(platform, `shop-${String(n).padStart(2, '0')}`)
    const first = listCompanies(platform, everybody, { order })
    const second = listCompanies(platform, everybody, { order, after: first.rows.at(-1)!.id })
    const third = listCompanies(platform, everybody, { order, after: second.rows.at(-1)!.id })
    const all = [first, second, third].flatMap(({ rows }) => rows.map(({ id }) => id))
    expect([new Set(all).size, third.hasNext]).toEqual([70, false])
    const back = listCompanies(platform, everybody, { order, before: third.rows[0]!.id })
    expect(back.rows).toEqual(second.rows)
  })

  test('reads no more rows than it shows, however many companies there are', () => {
    const plans: [CompanyFilter, string][] = [
      [{}, 'tenants_by_title'],
      [{ standing: 'trial' }, 'tenants_by_standing'],
      [{ plan: 'growth' }, 'tenants_by_plan'],
      [{ industry: 'law' }, 'tenants_by_industry'],
      [{ order: 'newest' }, 'tenants_by_creation'],
      [{ isPaying: true, order: 'revenue' }, 'tenants_by_mrr'],
    ]
    for (const [filter, index] of plans) {
      const plan = explainCompanies(platform, everybody, filter)
      expect(plan, index).toContain(index)
      expect(plan, index).not.toContain('TEMP B-TREE')
    }
  })

  test('shows a person of support what was given, and nothing else', () => {
    const sqlite = platformSqliteOf(platform)
    sqlite.exec(
      `insert into platform_users (id, email, name, role, created_at, updated_at)
       values (1, 'o@x', 'Olive', 'owner', 0, 0), (7, 's@x', 'Sam', 'support', 0, 0)`,
    )
    const sam = { supporterId: 7 }
    expect(listCompanies(platform, sam).rows).toEqual([])
    setSupporters(platform, owner, { tenantId: 'late', userIds: [7, 1], at: NOW })
    expect(listCompanies(platform, sam).rows.map(({ id }) => id)).toEqual(['late'])
    expect(countCompanies(platform, sam)).toEqual({ past_due: 1 })
    expect(findCompany(platform, sam, 'small')).toBeUndefined()
    setSupporters(platform, owner, { tenantId: 'late', userIds: [], at: NOW })
    expect(findCompany(platform, sam, 'late')).toBeUndefined()
  })
})

describe('the overview', () => {
  test('says what its rows say', () => {
    changePlan(platform, { tenantId: 'trial', planId: 'growth', by, at: NOW })
    const failed = addPayment(platform, {
      ...{ tenantId: 'late', method: 'mpesa', status: 'asked', currency: 'KES' },
      ...{ amount: 100, at: NOW - DAY },
    })!
    markPayment(platform, failed, { status: 'failed', at: NOW - DAY })
    const overview = readOverview(platform, everybody, NOW)
    const paying = listCompanies(platform, everybody, { isPaying: true }).rows
    expect(overview.revenue.mrr).toBe(paying.reduce((sum, { mrr }) => sum + mrr, 0))
    expect(overview.revenue.mrr).toBe(revenueAt(platform, 'KES', NOW))
    expect(overview.revenue.paying).toBe(paying.length)
    expect(sumRevenue(platform)).toEqual([
      { currency: 'KES', companies: 2, mrr: overview.revenue.mrr },
    ])
    platformSqliteOf(platform)
      .prepare(
        `insert into mrr_movements (tenant_id, at, kind, currency, delta)
        values ('small', ?, 'new', 'USD', 5000)`,
      )
      .run(NOW)
    const beside = readOverview(platform, everybody, NOW)
    expect(beside.revenue).toEqual(overview.revenue)
    expect(beside.others).toMatchObject([{ currency: 'USD', mrr: 5000, arr: 60_000, paying: 1 }])
    expect(overview.revenue.arr).toBe(12 * overview.revenue.mrr)
    const overdue = listInvoicesOfAll(platform, { state: 'overdue', now: NOW }).rows
    expect(overview.overdue).toEqual({
      count: overdue.length,
      amounts: [
        {
          ...{ currency: 'KES', count: overdue.length },
          amount: overdue.reduce((sum, { total, settled }) => sum + total - settled, 0),
        },
      ],
    })
    expect(overdue.length).toBeGreaterThan(0)
    const rows = listPaymentsOfAll(platform, { state: 'failed', now: NOW }).rows
    expect([rows.length, overview.failedPayments]).toEqual([
      1,
      { count: 1, amounts: [{ currency: 'KES', count: 1, amount: 100 }] },
    ])
    expect(overview.failedJobs).toBe(0)
  })

  test('adds months up to what the movements say one by one', () => {
    payAll('small', NOW - 4 * DAY)
    changePlan(platform, { tenantId: 'small', planId: 'professional', by, at: NOW })
    noteSettled(platform, 'late', NOW + 60 * DAY)
    const months = readRevenueMonths(platform, { currency: 'KES', now: NOW, months: 12 })
    expect(months.at(-1)).toMatchObject({ month: '2026-03', mrr: revenueAt(platform, 'KES', NOW) })
    for (const { month, moved } of months) {
      const from = Date.parse(`${month}-01T00:00:00+03:00`)
      const [year, number] = month.split('-').map(Number) as [number, number]
      const to = Date.UTC(year, number, 1) - 3 * 3_600_000
      const told = movementsBetween(platform, 'KES', { from: from - 1, to: to - 1 })
      for (const kind of ['new', 'expansion', 'churned'] as const) {
        const rows = listMovements(platform, { currency: 'KES', month, kind })
        expect(rows.sum, `${month} ${kind}`).toEqual(moved[kind])
        expect(rows.rows).toHaveLength(moved[kind].count)
        expect(told.find((one) => one.kind === kind)?.amount ?? 0).toBe(moved[kind].amount)
      }
    }
    expect(months.at(-1)?.moved.expansion).toEqual({ amount: 1_000_000, count: 1 })
  })
})

describe('a trial', () => {
  test('is made longer from its end, and only while nothing is invoiced', () => {
    const before = findSubscription(platform, 'trial')!.trialEndsAt!
    const ask = { tenantId: 'trial', days: 7, at: NOW }
    expect(extendTrial(platform, owner, ask)).toEqual({ ok: true, trialEndsAt: before + 7 * DAY })
    expect(findSubscription(platform, 'trial')!.nextActionAt).toBe(before + 4 * DAY)
    subscribe(platform, { tenantId: 'trial', by, at: NOW })
    expect(extendTrial(platform, owner, ask)).toMatchObject({ reason: 'trial_invoiced' })
    expect(extendTrial(platform, owner, { ...ask, tenantId: 'late' })).toMatchObject({
      reason: 'not_in_trial',
    })
    expect(extendTrial(platform, owner, { ...ask, tenantId: 'none' })).toMatchObject({
      reason: 'no_subscription',
    })
  })
})

describe('leaving', () => {
  test('closes the company, waits, and can be taken back with everything as it was', () => {
    payAll('small', NOW)
    const { deletesAt } = askDeletion(platform, owner, { tenantId: 'small', at: NOW })!
    expect(deletesAt).toBe(NOW + platformSettings.deletionGraceDays.initial * DAY)
    expect(askDeletion(platform, owner, { tenantId: 'small', at: NOW })).toBeUndefined()
    expect([standingOf('small'), findSubscription(platform, 'small')?.cancelsAtPeriodEnd]).toEqual([
      ...['leaving', 1],
    ])
    const due = { tenantId: 'small', deletesAt }
    expect(isErasureDue(platform, { ...due, now: deletesAt - 1 })).toBe(false)
    expect(isErasureDue(platform, { ...due, now: deletesAt })).toBe(true)
    expect(reactivateTenant(platform, owner, 'small')).toBe(false)
    expect(restoreTenant(platform, owner, { tenantId: 'small', at: NOW })).toBe(true)
    expect([standingOf('small'), findSubscription(platform, 'small')?.cancelsAtPeriodEnd]).toEqual([
      ...['active', 0],
    ])
    expect(isErasureDue(platform, { ...due, now: deletesAt })).toBe(false)
  })

  test('taken back leaves a company suspended that was suspended before', () => {
    suspendTenant(platform, owner, 'none', 'Spam')
    askDeletion(platform, owner, { tenantId: 'none', at: NOW })
    restoreTenant(platform, owner, { tenantId: 'none', at: NOW })
    expect(findCompany(platform, everybody, 'none')).toMatchObject({
      ...{ standing: 'suspended', suspendedReason: 'Spam' },
    })
  })
})
