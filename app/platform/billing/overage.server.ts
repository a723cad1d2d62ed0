import { DateTime } from 'luxon'
import { recordPlatformAudit } from '../audit/record.server.ts'
import type { PlatformAuditActor } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { InvoiceLine } from './invoices.server.ts'
import { roundPayable } from './money.ts'
import { findPlan, limitNames } from './plans.server.ts'
import type { Limits, Plan } from './plans.server.ts'
import { changeSubscription, findSubscription } from './subscriptions.server.ts'
import type { Subscription } from './subscriptions.server.ts'

export type OverageResult = { ok: true } | { ok: false; reason: 'no_subscription' | 'not_offered' }

/**
 * A company chooses what happens at the end of what its plan includes: stop there, or go on for
 * the plan's price until so much is owed for the period.
 *
 * @param ask.cap minor units without tax; null stops at the limit
 */
export function chooseOverage(
  platform: PlatformDb,
  ask: { tenantId: string; cap: number | null; by: PlatformAuditActor; at: number },
): OverageResult {
  const { tenantId, cap, by, at } = ask
  return inPlatformTransaction(platform, (): OverageResult => {
    const subscription = findSubscription(platform, tenantId)
    const plan = subscription && findPlan(platform, subscription.planId, subscription.currency)
    if (!plan) return { ok: false, reason: 'no_subscription' }
    if (cap !== null && !isOffered(plan)) return { ok: false, reason: 'not_offered' }
    changeSubscription(platform, tenantId, { overageCap: cap, at })
    const details = { cap }
    recordPlatformAudit(platform, by, { action: 'subscription.overage_chosen', tenantId, details })
    return { ok: true }
  })
}

/** Whether a plan sells anything beyond its limits. */
export function isOffered({ overage }: Pick<Plan, 'overage'>): boolean {
  return limitNames.some((name) => (overage[name] ?? 0) > 0)
}

/** How far a company may go: what is included, and what its cap still buys of each. */
export function withOverage(
  limits: Limits,
  plan: Pick<Plan, 'overage'>,
  cap: number | null,
): Limits {
  if (cap === null) return limits
  const wider = { ...limits }
  for (const name of limitNames) {
    const [included, price] = [limits[name], plan.overage[name] ?? 0]
    if (included !== null && price > 0) wider[name] = included + Math.floor(cap / price)
  }
  return wider
}

/**
 * The lines for what was used beyond the plan in the period that just ended, as it was counted
 * last in the company's own file. Never more than the cap in all.
 */
export function overageLines(
  platform: PlatformDb,
  subscription: Subscription,
  { plan, limits }: { plan: Plan; limits: Limits },
): InvoiceLine[] {
  const { tenantId, overageCap, periodStart, timeZone, currency } = subscription
  if (overageCap === null || periodStart === null) return []
  const periodFrom = DateTime.fromMillis(periodStart, { zone: timeZone }).toISODate() ?? ''
  const used = platformSqliteOf(platform).prepare<[string, string, string], number>(
    `select used from tenant_usage
     where tenant_id = ? and period_from = ? and measure = ? and billed_at is null`,
  )
  let left = overageCap
  return limitNames.flatMap((measure): InvoiceLine[] => {
    const [included, price] = [limits[measure], plan.overage[measure] ?? 0]
    if (included === null || price === 0) return []
    const beyond = (used.pluck().get(tenantId, periodFrom, measure) ?? 0) - included
    if (beyond <= 0) return []
    const amount = Math.min(left, roundPayable(beyond * price, currency))
    left -= amount
    return amount > 0 ? [{ kind: 'overage', values: { measure }, quantity: beyond, amount }] : []
  })
}

/**
 * What was counted in a period is billed: somebody who comes back on the same day begins at
 * nothing. It can be read as it was. What a company has, such as members, is counted anew anyway.
 */
export function markBilled(platform: PlatformDb, subscription: Subscription, at: number): void {
  const { tenantId, periodStart, timeZone } = subscription
  if (periodStart === null) return
  const periodFrom = DateTime.fromMillis(periodStart, { zone: timeZone }).toISODate() ?? ''
  platformSqliteOf(platform)
    .prepare(
      `update tenant_usage set billed_at = ?
       where tenant_id = ? and period_from = ? and measure in ('answers', 'messages')`,
    )
    .run(at, tenantId, periodFrom)
}
