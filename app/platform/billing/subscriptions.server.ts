import { recordPlatformAudit } from '../audit/record.server.ts'
import type { PlatformAuditActor } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { addDays } from './calendar.ts'
import { noteRevenue } from './mrr.server.ts'
import { noticeLater } from './notices.server.ts'
import { findPlan } from './plans.server.ts'
import { billingRules } from './rules.ts'
import { isServed, nextStatus } from './subscription-status.ts'
import type { SubscriptionEvent, SubscriptionStatus } from './subscription-status.ts'
import { serveTenant } from './serve-tenant.server.ts'

export type Subscription = {
  tenantId: string
  planId: string
  status: SubscriptionStatus
  currency: string
  monthly: number
  setupFee: number
  timeZone: string
  anchorDay: number
  trialEndsAt: number | null
  periodStart: number | null
  periodEnd: number | null
  cancelsAtPeriodEnd: number
  nextPlanId: string | null
  couponCode: string | null
  couponMonthsLeft: number | null
  /** most it pays in a period beyond its plan, minor units; null stops at the limit */
  overageCap: number | null
  activatedAt: number | null
  pastDueSince: number | null
  suspendedAt: number | null
  cancelledAt: number | null
  noticesSent: number
  nextActionAt: number | null
  createdAt: number
}

const columns: Record<keyof Subscription, string> = {
  ...{ tenantId: 'tenant_id', planId: 'plan_id', status: 'status', currency: 'currency' },
  ...{ monthly: 'monthly', setupFee: 'setup_fee', timeZone: 'time_zone', anchorDay: 'anchor_day' },
  ...{ trialEndsAt: 'trial_ends_at', periodStart: 'period_start', periodEnd: 'period_end' },
  ...{ cancelsAtPeriodEnd: 'cancels_at_period_end', nextPlanId: 'next_plan_id' },
  ...{ couponCode: 'coupon_code', couponMonthsLeft: 'coupon_months_left' },
  ...{ activatedAt: 'activated_at', pastDueSince: 'past_due_since', suspendedAt: 'suspended_at' },
  ...{ cancelledAt: 'cancelled_at', noticesSent: 'notices_sent', nextActionAt: 'next_action_at' },
  ...{ createdAt: 'created_at', overageCap: 'overage_cap' },
}

const SELECT = `select ${Object.entries(columns)
  .map(([name, column]) => `${column} as ${name}`)
  .join(', ')} from subscriptions`

export function findSubscription(platform: PlatformDb, tenantId: string): Subscription | undefined {
  return platformSqliteOf(platform)
    .prepare<[string], Subscription>(`${SELECT} where tenant_id = ?`)
    .get(tenantId)
}

/** Writes some facts of a subscription, in the caller's transaction. */
export function changeSubscription(
  platform: PlatformDb,
  tenantId: string,
  change: Partial<Omit<Subscription, 'tenantId'>> & { at: number },
): Subscription {
  const { at, ...facts } = change
  const names = Object.keys(facts) as (keyof typeof facts)[]
  const sets = names.map((name) => `${columns[name]} = @${name}, `).join('')
  platformSqliteOf(platform)
    .prepare(`update subscriptions set ${sets}updated_at = @at where tenant_id = @tenantId`)
    .run({ ...facts, at, tenantId })
  return findSubscription(platform, tenantId)!
}

export type StartResult =
  | { ok: true; subscription: Subscription }
  | { ok: false; reason: 'unknown_plan' | 'has_subscription' | 'is_demo' }

/** A company begins its free days. */
export function startTrial(
  platform: PlatformDb,
  options: { tenantId: string; planId: string; currency: string; timeZone: string; at: number },
): StartResult {
  const { tenantId, planId, currency, timeZone, at } = options
  const plan = findPlan(platform, planId, currency)
  if (!plan) return { ok: false, reason: 'unknown_plan' }
  const trialEndsAt = addDays(at, plan.trialDays, timeZone)
  return inPlatformTransaction(platform, (): StartResult => {
    if (isDemo(platform, tenantId)) return { ok: false, reason: 'is_demo' }
    const { changes } = platformSqliteOf(platform)
      .prepare(
        `insert into subscriptions (tenant_id, plan_id, status, currency, monthly, setup_fee,
           time_zone, anchor_day, trial_ends_at, next_action_at, created_at, updated_at)
         values (@tenantId, @planId, 'trial', @currency, @monthly, @setupFee, @timeZone, 1,
           @trialEndsAt, @noticeAt, @at, @at)
         on conflict do nothing`,
      )
      .run({
        ...{ tenantId, planId, currency, timeZone, trialEndsAt, at },
        ...{ monthly: plan.monthly, setupFee: plan.setupFee },
        noticeAt: addDays(trialEndsAt, -billingRules.trialNoticeDays, timeZone),
      })
    if (changes === 0) return { ok: false, reason: 'has_subscription' }
    return { ok: true, subscription: findSubscription(platform, tenantId)! }
  })
}

/** A prospect's demo never pays: a company of its own does. */
function isDemo(platform: PlatformDb, tenantId: string): boolean {
  return Boolean(
    platformSqliteOf(platform)
      .prepare('select 1 from tenants where id = ? and demo_of is not null')
      .get(tenantId),
  )
}

const SYSTEM: PlatformAuditActor = { kind: 'system', id: null, name: 'Billing' }

/**
 * Moves a subscription by an event: status, when it came, monthly revenue, the company's pages
 * and the audit log, all in the caller's transaction. An event that means nothing changes nothing.
 */
export function move(
  platform: PlatformDb,
  subscription: Subscription,
  event: SubscriptionEvent,
  at: number,
): Subscription {
  const to = nextStatus(subscription.status, event)
  if (!to || to === subscription.status) return subscription
  const moved = changeSubscription(platform, subscription.tenantId, {
    ...{ status: to, at, noticesSent: 0 },
    pastDueSince: to === 'past_due' ? at : to === 'suspended' ? subscription.pastDueSince : null,
    suspendedAt: to === 'suspended' ? at : null,
    cancelledAt: to === 'cancelled' ? at : null,
  })
  noteRevenue(platform, moved, at)
  serveTenant(platform, moved.tenantId, { isServed: isServed(to), reason: to, at })
  const notice = noticeOf(subscription.status, event, to)
  if (notice) noticeLater(platform, moved.tenantId, { kind: notice, at, occasion: at })
  recordPlatformAudit(platform, SYSTEM, {
    ...{ action: `subscription.${to}`, tenantId: moved.tenantId },
    details: { from: subscription.status, event },
  })
  return moved
}

/** Coming back after a cancellation is suspended until it is paid: whoever came back knows. */
function noticeOf(
  from: SubscriptionStatus,
  event: SubscriptionEvent,
  to: SubscriptionStatus,
): 'suspended' | 'reactivated' | undefined {
  if (to === 'suspended' && event !== 'resumed') return 'suspended'
  return from === 'suspended' && to === 'active' ? 'reactivated' : undefined
}
