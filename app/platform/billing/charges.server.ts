import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { addDays, addMonths } from './calendar.ts'
import { issueInvoice } from './invoices.server.ts'
import type { Invoice, InvoiceLine } from './invoices.server.ts'
import { roundPayable } from './money.ts'
import { markBilled, overageLines } from './overage.server.ts'
import { findPlan } from './plans.server.ts'
import { billingRules } from './rules.ts'
import { changeSubscription } from './subscriptions.server.ts'
import type { Subscription } from './subscriptions.server.ts'
import { includedOf } from './usage.server.ts'

type AddOnRow = { name: string; quantity: number; monthly: number }

/**
 * Begins a period: its invoice is issued and the subscription runs to the period's end.
 *
 * @param begin `from` is when the period starts, `at` when the invoice is written, UTC ms;
 *   `closed` the subscription as it was in the period that just ended
 */
export function chargePeriod(
  platform: PlatformDb,
  subscription: Subscription,
  begin: { from: number; at: number; dueAt?: number; isFirst?: boolean; closed?: Subscription },
): Invoice {
  const { tenantId, currency, timeZone, anchorDay } = subscription
  const { from, at } = begin
  const beyond = begin.closed ? beyondPlan(platform, begin.closed) : []
  takeNextAddOns(platform, tenantId)
  const to = addMonths(from, 1, { timeZone, anchorDay })
  const invoice = issueInvoice(platform, {
    ...{ tenantId, currency, timeZone, issuedAt: at },
    lines: [...periodLines(platform, subscription, begin.isFirst ?? false), ...beyond],
    dueAt: begin.dueAt ?? addDays(at, billingRules.paymentTermDays, timeZone),
    period: { from, to },
  })
  const left = subscription.couponMonthsLeft
  changeSubscription(platform, tenantId, {
    ...{ periodStart: from, periodEnd: to, at },
    couponMonthsLeft: left === null ? null : Math.max(0, left - 1),
  })
  return invoice
}

/**
 * A subscription ends while a period runs or with it: what was used beyond the plan is invoiced
 * once more, since no next period does it. Called in the transaction that ends it.
 */
export function chargeLast(platform: PlatformDb, subscription: Subscription, at: number): void {
  const { tenantId, currency, timeZone, periodStart, periodEnd } = subscription
  if (periodStart === null || periodEnd === null || periodStart > at) return
  const lines = beyondPlan(platform, subscription)
  if (lines.length === 0) return
  issueInvoice(platform, {
    ...{ tenantId, currency, timeZone, lines, issuedAt: at },
    dueAt: addDays(at, billingRules.paymentTermDays, timeZone),
    period: { from: periodStart, to: Math.min(periodEnd, Math.max(at, periodStart)) },
  })
  markBilled(platform, subscription, at)
}

/** What was used beyond the plan while the period ran, which is paid afterwards. */
function beyondPlan(platform: PlatformDb, closed: Subscription): InvoiceLine[] {
  const plan = findPlan(platform, closed.planId, closed.currency)
  if (!plan) return []
  const limits = includedOf(platform, closed.tenantId, plan)
  return overageLines(platform, closed, { plan, limits })
}

/** Fewer add-ons, as asked for during the period before. */
function takeNextAddOns(platform: PlatformDb, tenantId: string): void {
  const sqlite = platformSqliteOf(platform)
  sqlite
    .prepare('delete from subscription_add_ons where tenant_id = ? and next_quantity = 0')
    .run(tenantId)
  sqlite
    .prepare(
      `update subscription_add_ons set quantity = next_quantity, next_quantity = null
       where tenant_id = ? and next_quantity is not null`,
    )
    .run(tenantId)
}

function periodLines(
  platform: PlatformDb,
  subscription: Subscription,
  isFirst: boolean,
): InvoiceLine[] {
  const { tenantId, planId, currency, monthly, setupFee } = subscription
  const plan = findPlan(platform, planId, currency)?.name ?? planId
  const addOns = platformSqliteOf(platform)
    .prepare<[string], AddOnRow>(
      `select a.name, s.quantity, s.monthly from subscription_add_ons s
       join add_ons a on a.id = s.add_on_id where s.tenant_id = ? order by a.id`,
    )
    .all(tenantId)
  const recurring: InvoiceLine[] = [
    { kind: 'plan', values: { plan }, amount: monthly },
    ...addOns.map(({ name, quantity, monthly: price }): InvoiceLine => {
      return { kind: 'add_on', values: { name }, quantity, amount: price * quantity }
    }),
  ]
  const setup: InvoiceLine[] =
    isFirst && setupFee > 0 ? [{ kind: 'setup', values: { plan }, amount: setupFee }] : []
  const base = recurring.reduce((sum, line) => sum + line.amount, 0)
  return [...recurring, ...discountLines(platform, subscription, base), ...setup]
}

function discountLines(
  platform: PlatformDb,
  { couponCode, couponMonthsLeft, currency }: Subscription,
  base: number,
): InvoiceLine[] {
  if (couponCode === null || couponMonthsLeft === 0) return []
  const coupon = platformSqliteOf(platform)
    .prepare<[string], { percent: number | null; amount: number | null }>(
      'select percent, amount from coupons where code = ?',
    )
    .get(couponCode)
  if (!coupon) return []
  const { percent, amount } = coupon
  const off = percent === null ? (amount ?? 0) : roundPayable((base * percent) / 100, currency)
  return [{ kind: 'discount', values: { code: couponCode }, amount: -Math.min(off, base) }]
}
