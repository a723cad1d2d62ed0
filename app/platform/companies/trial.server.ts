import { recordPlatformAudit } from '../audit/record.server.ts'
import type { PlatformAuditActor } from '../audit/record.server.ts'
import { advance } from '../billing/advance.server.ts'
import { addDays } from '../billing/calendar.ts'
import { listPlans } from '../billing/plans.server.ts'
import {
  changeSubscription,
  findSubscription,
  startTrial,
} from '../billing/subscriptions.server.ts'
import type { StartResult } from '../billing/subscriptions.server.ts'
import { inPlatformTransaction } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { PLATFORM_CURRENCY, PLATFORM_TIME_ZONE } from './standing.ts'

/** More at once is a gift nobody meant. */
export const TRIAL_EXTENSION_DAYS_MAX = 90

export type ExtendResult =
  | { ok: true; trialEndsAt: number }
  | { ok: false; reason: 'no_subscription' | 'not_in_trial' | 'trial_invoiced' }

/** Gives a company more free days, counted from the end of those it has. */
export function extendTrial(
  platform: PlatformDb,
  actor: PlatformActor,
  { tenantId, days, at }: { tenantId: string; days: number; at: number },
): ExtendResult {
  const result = inPlatformTransaction(platform, (): ExtendResult => {
    const subscription = findSubscription(platform, tenantId)
    if (!subscription) return { ok: false, reason: 'no_subscription' }
    if (subscription.status !== 'trial') return { ok: false, reason: 'not_in_trial' }
    // The first invoice names the day on which the paid month begins.
    if (subscription.periodStart !== null) return { ok: false, reason: 'trial_invoiced' }
    const from = Math.max(subscription.trialEndsAt ?? at, at)
    const trialEndsAt = addDays(from, days, subscription.timeZone)
    changeSubscription(platform, tenantId, { trialEndsAt, noticesSent: 0, at })
    const by = { kind: 'user', id: actor.id, name: actor.name } as const
    recordPlatformAudit(platform, by, {
      ...{ action: 'subscription.trial_extended', tenantId, details: { days } },
    })
    return { ok: true, trialEndsAt }
  })
  if (result.ok) advance(platform, tenantId, at)
  return result
}

/** A company's subscription begins with the free days of a plan; of the smallest unless one is named. */
export function beginTrial(
  platform: PlatformDb,
  by: PlatformAuditActor,
  start: { tenantId: string; planId?: string; at: number },
): StartResult {
  const { tenantId, at } = start
  const planId = start.planId ?? listPlans(platform, PLATFORM_CURRENCY)[0]?.id
  if (planId === undefined) return { ok: false, reason: 'unknown_plan' }
  const started = inPlatformTransaction(platform, () => {
    const options = { currency: PLATFORM_CURRENCY, timeZone: PLATFORM_TIME_ZONE, at }
    const result = startTrial(platform, { tenantId, planId, ...options })
    if (result.ok)
      recordPlatformAudit(platform, by, {
        ...{ action: 'subscription.trial_started', tenantId, details: { to: planId } },
      })
    return result
  })
  if (started.ok) advance(platform, tenantId, at)
  return started
}
