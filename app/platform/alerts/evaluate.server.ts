import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { conditions } from './conditions.server.ts'
import type { Condition } from './conditions.server.ts'
import type { AlertRule } from './kinds.ts'
import { listRules } from './rules.server.ts'
import { tellAlert } from './tell.server.ts'

const HOUR_MS = 3_600_000
/** A condition that was not seen for so long has ended in between. */
const ENDED_AFTER_MS = 20 * 60_000

type Known = {
  id: number
  subject: string
  state: 'open' | 'acknowledged' | 'resolved'
  toldAt: number | null
  seenAt: number
  resolvedBy: number | null
}

/**
 * Looks at every rule once: opens what begins, keeps what lasts, ends what is over. One open
 * alert per rule and subject, however often and from wherever this runs.
 *
 * @param origin of the app host, for links
 */
export function evaluateAlerts(
  platform: PlatformDb,
  { now, origin }: { now: number; origin: string },
): void {
  for (const rule of listRules(platform))
    inPlatformTransaction(platform, () => evaluateRule(platform, rule, { now, origin }))
}

function evaluateRule(
  platform: PlatformDb,
  rule: AlertRule,
  { now, origin }: { now: number; origin: string },
): void {
  const found = rule.isOn ? conditions[rule.kind](platform, { threshold: rule.threshold, now }) : []
  const holds = new Map(found.map((condition) => [condition.subject, condition]))
  for (const alert of listNotResolved(platform, rule.kind)) {
    if (holds.has(alert.subject)) continue
    resolve(platform, alert.id, now)
    // A rule that was switched off says nothing more.
    if (rule.isOn) tellAlert(platform, { alertId: alert.id, event: 'resolved', rule, now, origin })
  }
  for (const condition of holds.values()) keepOne(platform, condition, { rule, now, origin })
}

function keepOne(
  platform: PlatformDb,
  condition: Condition,
  { rule, now, origin }: { rule: AlertRule; now: number; origin: string },
): void {
  const known = findNewest(platform, rule.kind, condition.subject)
  const lasts = known && known.seenAt >= now - ENDED_AFTER_MS
  // Somebody settled it: while the same condition lasts, it stays settled.
  if (known?.state === 'resolved' && known.resolvedBy !== null && lasts)
    return see(platform, known.id, condition.value, now)
  if (!known || known.state === 'resolved') {
    const alertId = open(platform, rule, condition, now)
    return tellAlert(platform, { alertId, event: 'opened', rule, now, origin })
  }
  see(platform, known.id, condition.value, now)
  const isDue = rule.againHours > 0 && (known.toldAt ?? 0) <= now - rule.againHours * HOUR_MS
  if (known.state === 'open' && isDue)
    tellAlert(platform, { alertId: known.id, event: 'again', rule, now, origin })
}

const COLUMNS = `id, subject, state, told_at as toldAt, seen_at as seenAt, resolved_by as resolvedBy`

function listNotResolved(platform: PlatformDb, kind: string): Known[] {
  return platformSqliteOf(platform)
    .prepare<[string], Known>(
      `select ${COLUMNS} from alerts where kind = ? and state <> 'resolved'`,
    )
    .all(kind)
}

function findNewest(platform: PlatformDb, kind: string, subject: string): Known | undefined {
  return platformSqliteOf(platform)
    .prepare<[string, string], Known>(
      `select ${COLUMNS} from alerts where kind = ? and subject = ? order by id desc limit 1`,
    )
    .get(kind, subject)
}

function open(platform: PlatformDb, rule: AlertRule, condition: Condition, now: number): number {
  const { subject, tenantId, value } = condition
  return platformSqliteOf(platform)
    .prepare<unknown[], number>(
      `insert into alerts (kind, subject, tenant_id, value, threshold, opened_at, seen_at)
       values (?, ?, ?, ?, ?, ?, ?) returning id`,
    )
    .pluck()
    .get(rule.kind, subject, tenantId, value, rule.threshold, now, now)!
}

function see(platform: PlatformDb, id: number, value: number, now: number): void {
  platformSqliteOf(platform)
    .prepare('update alerts set value = ?, seen_at = ? where id = ?')
    .run(value, now, id)
}

function resolve(platform: PlatformDb, id: number, now: number): void {
  platformSqliteOf(platform)
    .prepare(`update alerts set state = 'resolved', resolved_at = ? where id = ?`)
    .run(now, id)
}
