import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { enqueuePlatformJob } from '../jobs.server.ts'
import { findAlert } from './list.server.ts'
import type { AlertRule } from './kinds.ts'
import { findHook } from './rules.server.ts'

export type AlertEvent = 'opened' | 'again' | 'resolved'

type Telling = {
  alertId: number
  event: AlertEvent
  rule: AlertRule
  now: number
  /** of the app host */
  origin: string
}

/** Tells of an alert by mail and webhook, as its rule says, in the caller's transaction. */
export function tellAlert(platform: PlatformDb, telling: Telling): void {
  const { alertId, event, rule, now } = telling
  platformSqliteOf(platform).prepare('update alerts set told_at = ? where id = ?').run(now, alertId)
  if (rule.byMail) mail(platform, telling)
  if (!rule.byWebhook || !findHook(platform)) return
  const deliveryId = platformSqliteOf(platform)
    .prepare<unknown[], number>(
      'insert into alert_deliveries (alert_id, event, created_at) values (?, ?, ?) returning id',
    )
    .pluck()
    .get(alertId, event, now)!
  enqueuePlatformJob(platform, 'alert.deliver', { deliveryId }, { key: String(deliveryId) })
}

type Reader = { id: number; email: string; language: string; role: string }

/** Support is told of companies given to them, and of nothing else. */
function mail(platform: PlatformDb, { alertId, event, rule, now, origin }: Telling): void {
  const alert = findAlert(platform, alertId)
  if (!alert) return
  const readers = platformSqliteOf(platform)
    .prepare<[string, string | null], Reader>(
      `select id, email, language, role from platform_users u
       where status = 'active' and role in (select value from json_each(?))
         and (role <> 'support' or exists (select 1 from tenant_supporters s
           where s.user_id = u.id and s.tenant_id = ?))`,
    )
    .all(JSON.stringify(rule.roles), alert.tenantId)
  for (const { id, email, language, role } of readers) {
    const path =
      role === 'support' && alert.tenantId ? `/admin/companies/${alert.tenantId}` : '/admin/alerts'
    const key = `alert:${alertId}:${event}:${now}:${id}`
    const values = {
      ...{ event, kind: alert.kind, subject: alert.subject, value: String(alert.value) },
      ...{ company: alert.company ?? '', link: `${origin}${path}`, mailId: key },
    }
    enqueuePlatformJob(
      platform,
      'mail.send',
      { template: 'alert', to: email, language, values },
      { key },
    )
  }
}
