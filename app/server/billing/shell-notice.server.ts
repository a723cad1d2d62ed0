import { fillOf } from '#app/domain/usage/measures.ts'
import type { Measure } from '#app/domain/usage/measures.ts'
import { billingRules } from '#app/platform/billing/rules.ts'
import { addDays } from '#app/platform/billing/calendar.ts'
import { findSubscription } from '#app/platform/billing/subscriptions.server.ts'
import { allowanceOf, listUsage } from '#app/platform/billing/usage.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'

export type ShellNotice =
  | { kind: 'past_due' | 'trial'; day: number }
  | { kind: 'suspended' }
  | { kind: 'near' | 'full'; what: Measure[] }

/** What concerns every page of whoever pays: an unpaid invoice before a trial's end before limits. */
export function readShellNotice(
  platform: PlatformDb,
  tenantId: string,
  now: number,
): ShellNotice | undefined {
  const subscription = findSubscription(platform, tenantId)
  if (!subscription) return undefined
  const { status, timeZone, pastDueSince, trialEndsAt, periodStart } = subscription
  if (status === 'suspended') return { kind: 'suspended' }
  if (status === 'past_due')
    return { kind: status, day: addDays(pastDueSince!, billingRules.graceDays, timeZone) }
  const warnAt = addDays(trialEndsAt ?? 0, -billingRules.trialNoticeDays, timeZone)
  if (status === 'trial' && periodStart === null && now >= warnAt)
    return { kind: 'trial', day: trialEndsAt! }
  const { stops: limits } = allowanceOf(platform, tenantId, now)
  const fills = listUsage(platform, tenantId).map(({ name, used }) => ({
    name,
    fill: fillOf(used, limits[name]),
  }))
  for (const kind of ['full', 'near'] as const) {
    const what = fills.filter(({ fill }) => fill === kind).map(({ name }) => name)
    if (what.length > 0) return { kind, what }
  }
  return undefined
}
