import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { countsAsRevenue } from './subscription-status.ts'
import type { Subscription } from './subscriptions.server.ts'

/**
 * What a company pays per month, minor units without tax: plan and add-ons before
 * coupons. Nothing before its first paid invoice, and nothing while it is suspended.
 */
export function monthlyRevenue(platform: PlatformDb, subscription: Subscription): number {
  if (subscription.activatedAt === null || !countsAsRevenue(subscription.status)) return 0
  const addOns = platformSqliteOf(platform)
    .prepare<[string], number>(
      `select coalesce(sum(monthly * quantity), 0) from subscription_add_ons where tenant_id = ?`,
    )
    .pluck()
    .get(subscription.tenantId)!
  return subscription.monthly + addOns
}

/** What was noted so far for a company; the next movement is the difference to this. */
export function notedRevenue(platform: PlatformDb, tenantId: string): number {
  return platformSqliteOf(platform)
    .prepare<[string], number>(
      'select coalesce(sum(delta), 0) from mrr_movements where tenant_id = ?',
    )
    .pluck()
    .get(tenantId)!
}

/** Notes how a company's monthly revenue moved; nothing when it did not. */
export function noteRevenue(platform: PlatformDb, subscription: Subscription, at: number): void {
  const { tenantId, currency } = subscription
  const before = notedRevenue(platform, tenantId)
  const after = monthlyRevenue(platform, subscription)
  if (after === before) return
  const kind = kindOf(before, after, hasMoved(platform, tenantId))
  platformSqliteOf(platform)
    .prepare(
      'insert into mrr_movements (tenant_id, at, kind, currency, delta) values (?, ?, ?, ?, ?)',
    )
    .run(tenantId, at, kind, currency, after - before)
}

function hasMoved(platform: PlatformDb, tenantId: string): boolean {
  return Boolean(
    platformSqliteOf(platform)
      .prepare('select 1 from mrr_movements where tenant_id = ? limit 1')
      .get(tenantId),
  )
}

function kindOf(before: number, after: number, hasMovedBefore: boolean): string {
  if (after === 0) return 'churned'
  if (before === 0) return hasMovedBefore ? 'returned' : 'new'
  return after > before ? 'expansion' : 'contraction'
}

export type RevenueMovement = {
  kind: 'new' | 'expansion' | 'contraction' | 'churned' | 'returned'
  amount: number
  companies: number
}

/** Monthly recurring revenue at a moment, minor units. */
export function revenueAt(platform: PlatformDb, currency: string, at: number): number {
  return platformSqliteOf(platform)
    .prepare<[string, number], number>(
      'select coalesce(sum(delta), 0) from mrr_movements where currency = ? and at <= ?',
    )
    .pluck()
    .get(currency, at)!
}

/** What moved the monthly revenue from one moment to another. */
export function movementsBetween(
  platform: PlatformDb,
  currency: string,
  { from, to }: { from: number; to: number },
): RevenueMovement[] {
  return platformSqliteOf(platform)
    .prepare<[string, number, number], RevenueMovement>(
      `select kind, sum(delta) as amount, count(distinct tenant_id) as companies
       from mrr_movements where currency = ? and at > ? and at <= ? group by kind order by kind`,
    )
    .all(currency, from, to)
}
