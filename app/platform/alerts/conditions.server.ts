import { allowanceOf } from '../billing/usage.server.ts'
import type { LimitName } from '../billing/plans.server.ts'
import { readBackups } from '../health/backups.server.ts'
import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { AlertKind } from './kinds.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const SECOND_MS = 1_000
const ERROR_WINDOW_MS = 15 * MINUTE_MS
/** Fewer requests than this say nothing about a share. */
const REQUESTS_MIN = 50
/** A company below this average a day is quiet anyway. */
const ACTIVITY_MIN = 10
const ACTIVITY_DAYS = 7
const STATE_FRESH_MS = 5 * MINUTE_MS

export type Condition = { subject: string; tenantId: string | null; value: number }
type Find = (platform: PlatformDb, rule: { threshold: number; now: number }) => Condition[]

/** What holds now, by rule. Everything is read from figures that were rolled up before. */
export const conditions: Record<AlertKind, Find> = {
  error_rate: (platform, { threshold, now }) => {
    const found = platformSqliteOf(platform)
      .prepare<[number], { requests: number | null; errors: number | null }>(
        `select sum(requests) as requests, sum(errors) as errors from health_minutes where at >= ?`,
      )
      .get(now - ERROR_WINDOW_MS)
    const requests = found?.requests ?? 0
    const share = requests === 0 ? 0 : (found?.errors ?? 0) / requests
    return requests >= REQUESTS_MIN && share >= threshold ? [ofInstallation(share)] : []
  },
  low_activity: findSilent,
  limit_near: findNearLimits,
  payment_failed: (platform, { threshold, now }) =>
    platformSqliteOf(platform)
      .prepare<[number], { tenantId: string; value: number }>(
        `select tenant_id as tenantId, count(*) as value from payments p
         where status = 'failed' and created_at >= ? and not exists (
           select 1 from payments l where l.tenant_id = p.tenant_id and l.status = 'settled'
             and l.created_at > p.created_at)
         group by tenant_id`,
      )
      .all(now - threshold * HOUR_MS)
      .map(({ tenantId, value }) => ({ subject: tenantId, tenantId, value })),
  backup_old: (platform, { threshold, now }) => {
    const { lastAt } = readBackups(platform)
    const since = platformSqliteOf(platform)
      .prepare<[], number | null>('select min(created_at) from tenants')
      .pluck()
      .get()!
    const hours = (now - (lastAt ?? since ?? now)) / HOUR_MS
    return hours > threshold ? [ofInstallation(Math.floor(hours))] : []
  },
  replication_lag: (platform, { threshold, now }) => {
    const lagMs = platformSqliteOf(platform)
      .prepare<[number], number | null>(
        'select lag_ms from health_states where at >= ? order by at desc limit 1',
      )
      .pluck()
      .get(now - STATE_FRESH_MS)
    const seconds = (lagMs ?? 0) / SECOND_MS
    return seconds > threshold ? [ofInstallation(seconds)] : []
  },
  failed_jobs: (platform, { threshold }) =>
    platformSqliteOf(platform)
      .prepare<[number], { kind: string; value: number }>(
        `select kind, sum(count) as value from (
           select kind, count(*) as count from jobs where state = 'failed' group by kind
           union all select kind, count from tenant_jobs where state = 'failed')
         group by kind having value >= ?`,
      )
      .all(threshold)
      .map(({ kind, value }) => ({ subject: kind, tenantId: null, value })),
  certificate: findEndingCertificates,
}

/** Hosts whose certificate runs out soon, with the days left; 0 for one that is not right. */
function findEndingCertificates(
  platform: PlatformDb,
  { threshold, now }: { threshold: number; now: number },
): Condition[] {
  return platformSqliteOf(platform)
    .prepare<
      [{ until: number }],
      { host: string; tenantId: string | null; state: string; validUntil: number | null }
    >(
      `select host, tenant_id as tenantId, state, valid_until as validUntil from certificates
       where state <> 'valid' or valid_until < @until`,
    )
    .all({ until: now + threshold * DAY_MS })
    .map(({ host, tenantId, state, validUntil }) => {
      const daysLeft = state === 'valid' ? Math.floor(((validUntil ?? now) - now) / DAY_MS) : 0
      return { subject: host, tenantId, value: Math.max(0, daysLeft) }
    })
}

/** Companies whose yesterday was a small share of their own week before. */
function findSilent(
  platform: PlatformDb,
  { threshold, now }: { threshold: number; now: number },
): Condition[] {
  const yesterday = Math.floor(now / DAY_MS) - 1
  return platformSqliteOf(platform)
    .prepare<
      [{ yesterday: number; days: number; least: number; share: number }],
      { tenantId: string; value: number }
    >(
      `select tenantId, last / average as value from (
         select a.tenant_id as tenantId,
           sum(a.messages) filter (where a.day < @yesterday) * 1.0 / @days as average,
           coalesce(sum(a.messages) filter (where a.day >= @yesterday), 0) as last
         from tenant_activity a join tenants t on t.id = a.tenant_id and t.status = 'active'
           and t.demo_of is null
         where a.day >= @yesterday - @days group by a.tenant_id)
       where average >= @least and last < average * @share`,
    )
    .all({ yesterday, days: ACTIVITY_DAYS, least: ACTIVITY_MIN, share: threshold })
    .map(({ tenantId, value }) => ({ subject: tenantId, tenantId, value }))
}

/** Companies near a limit: by the plan first, then with what they bought beside it. */
function findNearLimits(
  platform: PlatformDb,
  { threshold, now }: { threshold: number; now: number },
): Condition[] {
  const near = platformSqliteOf(platform)
    .prepare<[number], { tenantId: string; measure: LimitName; used: number }>(
      `select u.tenant_id as tenantId, u.measure, u.used
       from tenant_usage u
       join tenants t on t.id = u.tenant_id and t.status = 'active'
       join plans p on p.id = t.plan
       where u.period_from = (select max(period_from) from tenant_usage where tenant_id = t.id)
         and u.used >= json_extract(p.limits_json, '$.' || u.measure) * ?`,
    )
    .all(threshold)
  return near.flatMap(({ tenantId, measure, used }) => {
    const limit = allowanceOf(platform, tenantId, now).limits[measure]
    if (!limit || used < limit * threshold) return []
    return [{ subject: `${tenantId}:${measure}`, tenantId, value: used / limit }]
  })
}

function ofInstallation(value: number): Condition {
  return { subject: '', tenantId: null, value }
}
