import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { readSettings } from '../settings/read.server.ts'
import { addDays } from './calendar.ts'
import { listOpenInvoices } from './invoices.server.ts'
import { creditOf } from './payments.server.ts'
import { findPlan } from './plans.server.ts'
import type { Plan } from './plans.server.ts'
import { billingRules } from './rules.ts'
import type { SubscriptionStatus } from './subscription-status.ts'
import { findSubscription } from './subscriptions.server.ts'

export type AddOn = { name: string; quantity: number; monthly: number }

/** Where a company stands with what it pays, as its own billing page says it. Amounts minor units. */
export type Standing = {
  status: SubscriptionStatus
  plan: Plan
  nextPlan: { id: string; name: string } | null
  currency: string
  /** plan and add-ons a month, without tax, as agreed */
  monthly: number
  setupFee: number
  taxPercent: number
  addOns: AddOn[]
  coupon: { code: string; monthsLeft: number | null } | null
  /** most it pays a period beyond its plan; null stops at the limit */
  overageCap: number | null
  trialEndsAt: number | null
  periodStart: number | null
  periodEnd: number | null
  cancelsAtPeriodEnd: boolean
  pastDueSince: number | null
  /** when its pages close, and when an unpaid subscription ends */
  suspendsAt: number | null
  endsAt: number | null
  cancelledAt: number | null
  /** owed in all, and the invoice that is due first */
  owed: number
  next: { id: number; number: string; open: number; dueAt: number } | null
  credit: number
}

/** @returns undefined for a company that never began a subscription */
export function readStanding(platform: PlatformDb, tenantId: string): Standing | undefined {
  const subscription = findSubscription(platform, tenantId)
  const plan = subscription && findPlan(platform, subscription.planId, subscription.currency)
  if (!subscription || !plan) return undefined
  const { status, currency, timeZone, pastDueSince, suspendedAt, nextPlanId } = subscription
  const open = listOpenInvoices(platform, tenantId)
  const [first] = open
  const addOns = listAddOns(platform, tenantId)
  const nextPlan = nextPlanId === null ? undefined : findPlan(platform, nextPlanId, currency)
  const { graceDays, givenUpDays } = billingRules
  const { taxPercent } = readSettings(platform)
  return {
    ...{ status, plan, currency, addOns, taxPercent, pastDueSince },
    nextPlan: nextPlan ? { id: nextPlan.id, name: nextPlan.name } : null,
    monthly:
      subscription.monthly + addOns.reduce((sum, one) => sum + one.monthly * one.quantity, 0),
    setupFee: subscription.setupFee,
    coupon: subscription.couponCode
      ? { code: subscription.couponCode, monthsLeft: subscription.couponMonthsLeft }
      : null,
    ...{ overageCap: subscription.overageCap, trialEndsAt: subscription.trialEndsAt },
    ...{ periodStart: subscription.periodStart, periodEnd: subscription.periodEnd },
    cancelsAtPeriodEnd: subscription.cancelsAtPeriodEnd === 1,
    cancelledAt: subscription.cancelledAt,
    suspendsAt:
      status === 'past_due' && pastDueSince !== null
        ? addDays(pastDueSince, graceDays, timeZone)
        : null,
    endsAt: suspendedAt === null ? null : addDays(suspendedAt, givenUpDays, timeZone),
    owed: open.reduce((sum, one) => sum + one.total - one.settled, 0),
    next: first
      ? {
          id: first.id,
          number: first.number,
          open: first.total - first.settled,
          dueAt: first.dueAt,
        }
      : null,
    credit: creditOf(platform, tenantId, currency),
  }
}

/** What a company pays for beside its plan. */
function listAddOns(platform: PlatformDb, tenantId: string): AddOn[] {
  return platformSqliteOf(platform)
    .prepare<[string], AddOn>(
      `select a.name, s.quantity, s.monthly from subscription_add_ons s
       join add_ons a on a.id = s.add_on_id where s.tenant_id = ? order by a.id`,
    )
    .all(tenantId)
}
