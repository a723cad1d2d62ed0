import { recordPlatformAudit } from '../audit/record.server.ts'
import type { PlatformAuditActor } from '../audit/record.server.ts'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { advance, firstInvoice, noteSettled } from './advance.server.ts'
import { addDays, dayOfMonth } from './calendar.ts'
import { chargePeriod } from './charges.server.ts'
import { issueInvoice } from './invoices.server.ts'
import { prorate } from './money.ts'
import { noteRevenue } from './mrr.server.ts'
import { findPlan } from './plans.server.ts'
import type { Plan } from './plans.server.ts'
import { billingRules } from './rules.ts'
import { changeSubscription, findSubscription, move } from './subscriptions.server.ts'
import type { Subscription } from './subscriptions.server.ts'

export type BillingActor = PlatformAuditActor

export type ChangeResult =
  | { ok: true; takesEffect: 'now' | 'period_end' }
  | {
      ok: false
      reason: 'no_subscription' | 'unknown_plan' | 'same_plan' | 'unpaid' | 'not_cancelled'
    }

type Ask = { tenantId: string; by: BillingActor; at: number }

/**
 * Takes another plan. A dearer one counts at once and is charged for the rest of the period; a
 * cheaper one begins with the next period, so nothing is paid back.
 */
export function changePlan(
  platform: PlatformDb,
  { tenantId, planId, by, at }: Ask & { planId: string },
): ChangeResult {
  return inPlatformTransaction(platform, (): ChangeResult => {
    const subscription = findSubscription(platform, tenantId)
    if (!subscription) return { ok: false, reason: 'no_subscription' }
    const plan = findPlan(platform, planId, subscription.currency)
    if (!plan) return { ok: false, reason: 'unknown_plan' }
    if (plan.id === subscription.planId && subscription.nextPlanId === null)
      return { ok: false, reason: 'same_plan' }
    if (subscription.status !== 'trial' && subscription.status !== 'active')
      return { ok: false, reason: 'unpaid' }
    audit(platform, { tenantId, by }, 'subscription.plan_changed', {
      ...{ from: subscription.planId, to: plan.id },
    })
    return applyPlan(platform, subscription, plan, at)
  })
}

function applyPlan(
  platform: PlatformDb,
  subscription: Subscription,
  plan: Plan,
  at: number,
): ChangeResult {
  const { tenantId, status, periodStart } = subscription
  const isUncharged = status === 'trial' && periodStart === null
  if (isUncharged) {
    const { id: planId, monthly, setupFee } = plan
    changeSubscription(platform, tenantId, { planId, monthly, setupFee, nextPlanId: null, at })
    return { ok: true, takesEffect: 'now' }
  }
  if (plan.monthly <= subscription.monthly) {
    const nextPlanId = plan.id === subscription.planId ? null : plan.id
    changeSubscription(platform, tenantId, { nextPlanId, at })
    return { ok: true, takesEffect: 'period_end' }
  }
  chargeRest(platform, subscription, plan, at)
  const known = changeSubscription(platform, tenantId, {
    ...{ planId: plan.id, monthly: plan.monthly, nextPlanId: null, at },
  })
  noteRevenue(platform, known, at)
  return { ok: true, takesEffect: 'now' }
}

/** The difference of two plans for what is left of the period. */
function chargeRest(
  platform: PlatformDb,
  subscription: Subscription,
  plan: Plan,
  at: number,
): void {
  const { tenantId, currency, timeZone, monthly, periodStart, periodEnd } = subscription
  const period = { from: periodStart!, to: periodEnd! }
  const amount = prorate(
    { amount: plan.monthly - monthly, currency },
    { from: at, to: period.to },
    period,
  )
  if (amount <= 0) return
  issueInvoice(platform, {
    ...{ tenantId, currency, timeZone, issuedAt: at, period: { from: at, to: period.to } },
    lines: [{ kind: 'proration', values: { plan: plan.name }, amount }],
    dueAt: addDays(at, billingRules.paymentTermDays, timeZone),
  })
}

/** Asks for the first invoice before the trial ends; the free days left are kept. */
export function subscribe(platform: PlatformDb, { tenantId, by, at }: Ask): ChangeResult {
  const result = inPlatformTransaction(platform, (): ChangeResult => {
    const subscription = findSubscription(platform, tenantId)
    if (!subscription) return { ok: false, reason: 'no_subscription' }
    if (subscription.status === 'trial' && subscription.periodStart === null) {
      firstInvoice(platform, subscription, at)
      audit(platform, { tenantId, by }, 'subscription.ordered')
    }
    return { ok: true, takesEffect: 'now' }
  })
  if (result.ok) noteSettled(platform, tenantId, at)
  return result
}

/** Ends a subscription with its paid period; a trial ends at once. */
export function cancelSubscription(platform: PlatformDb, { tenantId, by, at }: Ask): ChangeResult {
  const result = inPlatformTransaction(platform, (): ChangeResult => {
    const subscription = findSubscription(platform, tenantId)
    if (!subscription) return { ok: false, reason: 'no_subscription' }
    audit(platform, { tenantId, by }, 'subscription.cancellation_asked')
    if (subscription.status !== 'active') {
      move(platform, subscription, 'cancelled', at)
      return { ok: true, takesEffect: 'now' }
    }
    changeSubscription(platform, tenantId, { cancelsAtPeriodEnd: 1, at })
    return { ok: true, takesEffect: 'period_end' }
  })
  advance(platform, tenantId, at)
  return result
}

/** Takes a cancellation back, or comes back after it: then a new period begins and is owed. */
export function resumeSubscription(platform: PlatformDb, { tenantId, by, at }: Ask): ChangeResult {
  const result = inPlatformTransaction(platform, (): ChangeResult => {
    const subscription = findSubscription(platform, tenantId)
    if (!subscription) return { ok: false, reason: 'no_subscription' }
    const isOver = subscription.status === 'cancelled'
    if (!isOver && !subscription.cancelsAtPeriodEnd) return { ok: false, reason: 'not_cancelled' }
    const anchorDay = isOver ? dayOfMonth(at, subscription.timeZone) : subscription.anchorDay
    const known = changeSubscription(platform, tenantId, { cancelsAtPeriodEnd: 0, anchorDay, at })
    audit(platform, { tenantId, by }, 'subscription.resumed')
    if (isOver) {
      chargePeriod(platform, known, { from: at, at, dueAt: at })
      move(platform, findSubscription(platform, tenantId)!, 'resumed', at)
    }
    return { ok: true, takesEffect: 'now' }
  })
  if (result.ok) noteSettled(platform, tenantId, at)
  return result
}

function audit(
  platform: PlatformDb,
  { tenantId, by }: { tenantId: string; by: BillingActor },
  action: string,
  details?: Record<string, unknown>,
): void {
  recordPlatformAudit(platform, by, { action, tenantId, details })
}
