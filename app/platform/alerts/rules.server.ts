import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import type { PlatformVault } from '../vault.server.ts'
import type { AlertKind, AlertRole, AlertRule } from './kinds.ts'

const HOOK_PURPOSE = 'alert-hook'

type Row = Omit<AlertRule, 'isOn' | 'roles' | 'byMail' | 'byWebhook'> & {
  isOn: number
  rolesJson: string
  byMail: number
  byWebhook: number
}

const SELECT = `select kind, is_on as isOn, threshold, again_hours as againHours,
  roles_json as rolesJson, by_mail as byMail, by_webhook as byWebhook, updated_at as updatedAt
  from alert_rules`

export function listRules(platform: PlatformDb): AlertRule[] {
  return platformSqliteOf(platform).prepare<[], Row>(`${SELECT} order by kind`).all().map(toRule)
}

export function getRule(platform: PlatformDb, kind: AlertKind): AlertRule {
  const row = platformSqliteOf(platform)
    .prepare<[string], Row>(`${SELECT} where kind = ?`)
    .get(kind)
  if (!row) throw new Error(`No alert rule ${kind}`)
  return toRule(row)
}

function toRule({ rolesJson, ...row }: Row): AlertRule {
  return {
    ...{ ...row, isOn: row.isOn === 1, byMail: row.byMail === 1, byWebhook: row.byWebhook === 1 },
    roles: JSON.parse(rolesJson) as AlertRole[],
  }
}

/** Changes what is watched, from the next look on. */
export function saveRule(
  platform: PlatformDb,
  actor: PlatformActor,
  rule: Omit<AlertRule, 'updatedAt'>,
): void {
  const { kind, isOn, threshold, againHours, roles, byMail, byWebhook } = rule
  inPlatformTransaction(platform, () => {
    platformSqliteOf(platform)
      .prepare(
        `update alert_rules set is_on = ?, threshold = ?, again_hours = ?, roles_json = ?,
           by_mail = ?, by_webhook = ?, updated_at = ? where kind = ?`,
      )
      .run(
        ...[isOn ? 1 : 0, threshold, againHours, JSON.stringify(roles)],
        ...[byMail ? 1 : 0, byWebhook ? 1 : 0, Date.now(), kind],
      )
    note(platform, actor, 'alert_rule.changed', { kind, isOn, threshold })
  })
}

/** Where alerts are posted to; the secret stays here. */
export function findHook(platform: PlatformDb): { url: string; updatedAt: number } | undefined {
  return platformSqliteOf(platform)
    .prepare<[], { url: string; updatedAt: number }>(
      'select url, updated_at as updatedAt from alert_hook',
    )
    .get()
}

/** The address with the secret that signs what is posted there. */
export function openHook(
  platform: PlatformDb,
  vault: PlatformVault,
): { url: string; secret: string } | undefined {
  const row = platformSqliteOf(platform)
    .prepare<[], { url: string; sealed: string }>(
      'select url, secret_sealed as sealed from alert_hook',
    )
    .get()
  return row && { url: row.url, secret: vault.decrypt(HOOK_PURPOSE, row.sealed) }
}

/** @param hook undefined: alerts are posted nowhere */
export function saveHook(
  platform: PlatformDb,
  { actor, vault }: { actor: PlatformActor; vault: PlatformVault },
  hook: { url: string; secret: string } | undefined,
): void {
  const sqlite = platformSqliteOf(platform)
  inPlatformTransaction(platform, () => {
    sqlite.prepare('delete from alert_hook').run()
    if (hook) {
      sqlite
        .prepare('insert into alert_hook (id, url, secret_sealed, updated_at) values (1, ?, ?, ?)')
        .run(hook.url, vault.encrypt(HOOK_PURPOSE, hook.secret), Date.now())
    }
    note(platform, actor, hook ? 'alert_hook.saved' : 'alert_hook.removed', {})
  })
}

function note(
  platform: PlatformDb,
  actor: PlatformActor,
  action: string,
  details: Record<string, unknown>,
): void {
  const by = { kind: 'user', id: actor.id, name: actor.name } as const
  recordPlatformAudit(platform, by, { action, details })
}
