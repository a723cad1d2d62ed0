import { fillOf } from '#app/domain/usage/measures.ts'
import type { Measure } from '#app/domain/usage/measures.ts'
import { billingRules } from '#app/platform/billing/rules.ts'
import { addDays } from '#app/platform/billing/calendar.ts'
import { findSubscription } from '#app/platform/billing/subscriptions.server.ts'
import { allowanceOf, listUsage } from '#app/platform/billing/usage.server.ts'
import { platformSqliteOf } from '#app/platform/db.server.ts'
import type { PlatformDb } from '#app/platform/db.server.ts'

export type ShellNotice =
  | { kind: 'past_due' | 'trial'; day: number }
  | { kind: 'suspended' }
  | { kind: 'near' | 'full'; what: Measure[] }

type Reader = { tenantId: string; memberId: number }

/** What concerns every page of whoever pays: an unpaid invoice before a trial's end before limits. */
export function readShellNotice(
  platform: PlatformDb,
  { tenantId, memberId }: Reader,
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
  const warning = readWarning(platform, tenantId, now)
  if (!warning || findDismissal(platform, tenantId, memberId) === warning.mark) return undefined
  const { kind, what } = warning
  return { kind, what }
}

type Warning = {
  kind: 'near' | 'full'
  what: Measure[]
  /** the same until another threshold is passed or another period begins */
  mark: string
}

/** Which limits are almost or wholly used up. */
function readWarning(platform: PlatformDb, tenantId: string, now: number): Warning | undefined {
  const { stops: limits, since } = allowanceOf(platform, tenantId, now)
  const fills = listUsage(platform, tenantId).map(({ name, used }) => ({
    name,
    fill: fillOf(used, limits[name]),
  }))
  const passed = fills.flatMap(({ name, fill }) => (fill === 'plain' ? [] : `${name}:${fill}`))
  const mark = [since, ...passed].join(' ')
  for (const kind of ['full', 'near'] as const) {
    const what = fills.filter(({ fill }) => fill === kind).map(({ name }) => name)
    if (what.length > 0) return { kind, what, mark }
  }
  return undefined
}

/** One member puts the warning away; it is back with the next threshold or period. */
export function dismissWarning(
  platform: PlatformDb,
  { tenantId, memberId }: Reader,
  now: number,
): void {
  const warning = readWarning(platform, tenantId, now)
  if (!warning) return
  platformSqliteOf(platform)
    .prepare(
      `insert into limit_dismissals (tenant_id, member_id, warning, dismissed_at)
       values (?, ?, ?, ?) on conflict (tenant_id, member_id)
         do update set warning = excluded.warning, dismissed_at = excluded.dismissed_at`,
    )
    .run(tenantId, memberId, warning.mark, now)
}

function findDismissal(
  platform: PlatformDb,
  tenantId: string,
  memberId: number,
): string | undefined {
  return platformSqliteOf(platform)
    .prepare<[string, number], string>(
      'select warning from limit_dismissals where tenant_id = ? and member_id = ?',
    )
    .pluck()
    .get(tenantId, memberId)
}
