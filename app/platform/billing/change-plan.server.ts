import { recordPlatformAudit } from '../audit/record.server.ts'
import type { PlatformAuditActor } from '../audit/record.server.ts'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { readSettings } from '../settings/read.server.ts'
import { advance, firstInvoice, noteSettled } from './advance.server.ts'
import { addDays, dayOfMonth } from './calendar.ts'
import { chargeLast, chargePeriod } from './charges.server.ts'
import { issueInvoice } from './invoices.server.ts'
import { prorate, roundPayable } from './money.ts'
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

export type PlanPreview = {
  takesEffect: 'now' | 'period_end'
  /** when the change counts, UTC ms */
  from: number
  /** charged now for the rest of the period, minor units without tax */
  charge: number
  tax: number
}

/** What taking a plan would mean now, without doing it. */
export function previewPlan(
  platform: PlatformDb,
  { tenantId, planId, at }: { tenantId: string; planId: string; at: number },
): PlanPreview | undefined {
  const subscription = findSubscription(platform, tenantId)
  const plan = subscription && findPlan(platform, planId, subscription.currency)
  if (!subscription || !plan) return undefined
  const { status, periodStart, periodEnd, monthly, currency } = subscription
  const isUncharged = status === 'trial' && periodStart === null
  if (isUncharged) return { takesEffect: 'now', from: at, charge: 0, tax: 0 }
  if (plan.monthly <= monthly)
    return { takesEffect: 'period_end', from: periodEnd ?? at, charge: 0, tax: 0 }
  const charge = restOf(subscription, plan, at)
  const tax = roundPayable((charge * readSettings(platform).taxPercent) / 100, currency)
  return { takesEffect: 'now', from: at, charge, tax }
}

/** What the difference of two plans costs for the rest of the period. */
function restOf(subscription: Subscription, plan: Plan, at: number): number {
  const { currency, monthly, periodStart, periodEnd } = subscription
  const period = { from: periodStart!, to: periodEnd! }
  const price = { amount: plan.monthly - monthly, currency }
  return Math.max(0, prorate(price, { from: at, to: period.to }, period))
}

/** The difference of two plans for what is left of the period. */
function chargeRest(
  platform: PlatformDb,
  subscription: Subscription,
  plan: Plan,
  at: number,
): void {
  const { tenantId, currency, timeZone, periodEnd } = subscription
  const amount = restOf(subscription, plan, at)
  if (amount <= 0) return
  issueInvoice(platform, {
    ...{ tenantId, currency, timeZone, issuedAt: at, period: { from: at, to: periodEnd! } },
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
      if (subscription.status !== 'cancelled') chargeLast(platform, subscription, at)
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
