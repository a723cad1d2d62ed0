import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import type { AlertKind } from './kinds.ts'

const PAGE_SIZE = 30

export type Alert = {
  id: number
  kind: AlertKind
  subject: string
  tenantId: string | null
  company: string | null
  state: 'open' | 'acknowledged' | 'resolved'
  value: number
  threshold: number
  openedAt: number
  seenAt: number
  acknowledgedAt: number | null
  acknowledgedBy: string | null
  resolvedAt: number | null
  /** null: the condition ended by itself */
  resolvedBy: string | null
  /** webhook deliveries that were given up */
  undelivered: number
}

const SELECT = `select a.id, a.kind, a.subject, a.tenant_id as tenantId, t.name as company, a.state,
    a.value, a.threshold, a.opened_at as openedAt, a.seen_at as seenAt,
    a.acknowledged_at as acknowledgedAt, k.name as acknowledgedBy,
    a.resolved_at as resolvedAt, r.name as resolvedBy,
    (select count(*) from alert_deliveries d where d.alert_id = a.id and d.state = 'failed') as undelivered
  from alerts a left join tenants t on t.id = a.tenant_id
  left join platform_users k on k.id = a.acknowledged_by
  left join platform_users r on r.id = a.resolved_by`

export function findAlert(platform: PlatformDb, id: number): Alert | undefined {
  return platformSqliteOf(platform).prepare<[number], Alert>(`${SELECT} where a.id = ?`).get(id)
}

export type AlertFilter = { isResolved: boolean; kind?: AlertKind; before?: number }

/** Alerts that are open, or those that are over; the newest first, 30 a page. */
export function listAlerts(
  platform: PlatformDb,
  { isResolved, kind, before = Number.MAX_SAFE_INTEGER }: AlertFilter,
): { rows: Alert[]; hasNext: boolean } {
  const states = isResolved ? `('resolved')` : `('open', 'acknowledged')`
  const found = platformSqliteOf(platform)
    .prepare<[number, string | null, string | null, number], Alert>(
      `${SELECT} where a.state in ${states} and a.id < ? and (? is null or a.kind = ?)
       order by a.id desc limit ?`,
    )
    .all(before, kind ?? null, kind ?? null, PAGE_SIZE + 1)
  return { rows: found.slice(0, PAGE_SIZE), hasNext: found.length > PAGE_SIZE }
}

/** Open ones, whether somebody has taken note of them or not. */
export function countOpenAlerts(platform: PlatformDb): number {
  return platformSqliteOf(platform)
    .prepare<[], number>(`select count(*) from alerts where state in ('open', 'acknowledged')`)
    .pluck()
    .get()!
}

/** Somebody has taken note: it is not told again. @returns false when it is not open */
export function acknowledgeAlert(platform: PlatformDb, actor: PlatformActor, id: number): boolean {
  return change(platform, actor, {
    ...{ id, action: 'alert.acknowledged' },
    sql: `update alerts set state = 'acknowledged', acknowledged_at = ?, acknowledged_by = ?
      where id = ? and state = 'open'`,
  })
}

/** Somebody settled it; it opens again only once its condition has ended and begins anew. */
export function resolveAlert(platform: PlatformDb, actor: PlatformActor, id: number): boolean {
  return change(platform, actor, {
    ...{ id, action: 'alert.resolved' },
    sql: `update alerts set state = 'resolved', resolved_at = ?, resolved_by = ?
      where id = ? and state <> 'resolved'`,
  })
}

function change(
  platform: PlatformDb,
  actor: PlatformActor,
  { id, action, sql }: { id: number; action: string; sql: string },
): boolean {
  return inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform).prepare(sql).run(Date.now(), actor.id, id)
    if (changes === 0) return false
    const by = { kind: 'user', id: actor.id, name: actor.name } as const
    recordPlatformAudit(platform, by, { action, details: { id } })
    return true
  })
}
