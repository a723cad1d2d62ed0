import { DateTime } from 'luxon'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { withOverage } from './overage.server.ts'
import { findPlan, limitNames } from './plans.server.ts'
import type { LimitName, Limits, Plan } from './plans.server.ts'
import { findSubscription } from './subscriptions.server.ts'

export type Allowance = {
  /** beginning of the billing period that is counted, UTC ms */
  since: number
  /** what is included, add-ons and all */
  limits: Limits
  /** where it stops: wider than what is included for who pays for more */
  stops: Limits
}

/**
 * What a company may use, and since when it is counted. A company without a subscription is
 * counted since ever and limited in nothing.
 */
export function allowanceOf(platform: PlatformDb, tenantId: string, now: number): Allowance {
  const subscription = findSubscription(platform, tenantId)
  const plan = subscription && findPlan(platform, subscription.planId, subscription.currency)
  if (!subscription || !plan) {
    const none = Object.fromEntries(limitNames.map((name) => [name, null])) as Limits
    return { since: 0, limits: none, stops: none }
  }
  const { periodStart, createdAt } = subscription
  const hasBegun = periodStart !== null && periodStart <= now
  const limits = includedOf(platform, tenantId, plan)
  const stops = withOverage(limits, plan, subscription.overageCap)
  return { since: hasBegun ? periodStart : createdAt, limits, stops }
}

/** What a plan includes together with the add-ons a company has. */
export function includedOf(
  platform: PlatformDb,
  tenantId: string,
  plan: Pick<Plan, 'limits'>,
): Limits {
  return addUp(plan.limits, listExtraLimits(platform, tenantId))
}

function listExtraLimits(
  platform: PlatformDb,
  tenantId: string,
): { limits: Partial<Record<LimitName, number>>; quantity: number }[] {
  return platformSqliteOf(platform)
    .prepare<[string], { limitsJson: string; quantity: number }>(
      `select a.limits_json as limitsJson, s.quantity from subscription_add_ons s
       join add_ons a on a.id = s.add_on_id where s.tenant_id = ?`,
    )
    .all(tenantId)
    .map(({ limitsJson, quantity }) => ({
      limits: JSON.parse(limitsJson) as Partial<Record<LimitName, number>>,
      quantity,
    }))
}

/** An add-on widens what its plan limits; what is without limit stays so. */
function addUp(base: Limits, extras: ReturnType<typeof listExtraLimits>): Limits {
  const total = { ...base }
  for (const { limits, quantity } of extras)
    for (const name of limitNames) {
      const known = total[name]
      if (known !== null) total[name] = known + (limits[name] ?? 0) * quantity
    }
  return total
}

export type NotedUsage = { name: LimitName; used: number; measuredAt: number }

/** Keeps what was counted in a company's own file, per billing period. */
export function noteUsage(
  platform: PlatformDb,
  tenantId: string,
  { since, used, at }: { since: number; used: Record<LimitName, number>; at: number },
): void {
  const zone = findSubscription(platform, tenantId)?.timeZone ?? 'UTC'
  const periodFrom = DateTime.fromMillis(since, { zone }).toISODate() ?? ''
  inPlatformTransaction(platform, () => {
    const put = platformSqliteOf(platform).prepare(
      `insert into tenant_usage (tenant_id, period_from, measure, used, measured_at)
       values (?, ?, ?, ?, ?)
       on conflict (tenant_id, period_from, measure)
         do update set used = excluded.used, measured_at = excluded.measured_at,
           billed_at = case when billed_at > ? then billed_at end`,
    )
    // What is counted from after a bill on is another period's, though it began on the same day.
    for (const name of limitNames) put.run(tenantId, periodFrom, name, used[name], at, since)
  })
}

/** What was counted last, for pages that must not open the company's file. */
export function listUsage(platform: PlatformDb, tenantId: string): NotedUsage[] {
  return platformSqliteOf(platform)
    .prepare<[string, string], NotedUsage>(
      `select measure as name, used, measured_at as measuredAt from tenant_usage
       where tenant_id = ? and period_from =
         (select max(period_from) from tenant_usage where tenant_id = ?)`,
    )
    .all(tenantId, tenantId)
}
