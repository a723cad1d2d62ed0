import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import type { FlagName, FlagScope } from './registry.ts'

export type FlagOverride = {
  scope: FlagScope
  /** a company's or a plan's id; empty for everybody and for a share */
  subject: string
  value: number
}

export type ShownOverride = FlagOverride & { label: string; updatedAt: number }

/** What was said about a flag, the closest first, with the names of companies and plans. */
export function listOverrides(platform: PlatformDb, flag: FlagName): ShownOverride[] {
  return platformSqliteOf(platform)
    .prepare<[string], ShownOverride>(
      `select o.scope, o.subject, o.value, o.updated_at as updatedAt,
         coalesce(t.name, p.name, o.subject) as label
       from flag_overrides o
       left join tenants t on o.scope = 'company' and t.id = o.subject
       left join plans p on o.scope = 'plan' and p.id = o.subject
       where o.flag = ?
       order by case o.scope when 'company' then 0 when 'plan' then 1 when 'percentage' then 2
         else 3 end, label collate nocase`,
    )
    .all(flag)
}

export type SaveOverrideResult = { ok: true } | { ok: false; reason: 'unknown_subject' }

/** Says something about a flag; `value: null` takes it back. Written down with what it was. */
export function saveOverride(
  platform: PlatformDb,
  actor: PlatformActor,
  flag: FlagName,
  { scope, subject, value }: Omit<FlagOverride, 'value'> & { value: number | null },
): SaveOverrideResult {
  return inPlatformTransaction(platform, () => {
    const sqlite = platformSqliteOf(platform)
    if (value !== null && !isSubject(platform, scope, subject))
      return { ok: false, reason: 'unknown_subject' }
    const before = sqlite
      .prepare<string[], { value: number }>(
        'select value from flag_overrides where flag = ? and scope = ? and subject = ?',
      )
      .get(flag, scope, subject)?.value
    if (before === (value ?? undefined)) return { ok: true }
    if (value === null)
      sqlite
        .prepare('delete from flag_overrides where flag = ? and scope = ? and subject = ?')
        .run(flag, scope, subject)
    else
      sqlite
        .prepare(
          `insert into flag_overrides (flag, scope, subject, value, updated_at) values (?, ?, ?, ?, ?)
           on conflict (flag, scope, subject) do update
             set value = excluded.value, updated_at = excluded.updated_at`,
        )
        .run(flag, scope, subject, value, Date.now())
    const by = { kind: 'user', id: actor.id, name: actor.name } as const
    recordPlatformAudit(platform, by, {
      action: 'flag.changed',
      ...(scope === 'company' && { tenantId: subject }),
      details: { flag, scope, subject, from: before ?? null, to: value },
    })
    return { ok: true }
  })
}

export type FlagChange = {
  id: number
  at: number
  actorName: string
  details: { scope: FlagScope; subject: string; from: number | null; to: number | null }
  label: string
}

/** Who changed a flag and when, the newest first; at most 50. */
export function listFlagChanges(platform: PlatformDb, flag: FlagName): FlagChange[] {
  return platformSqliteOf(platform)
    .prepare<[string], Omit<FlagChange, 'details'> & { detailsJson: string }>(
      `select a.id, a.at, a.actor_name as actorName, a.details_json as detailsJson,
         coalesce(t.name, p.name, '') as label
       from platform_audit_log a
       left join tenants t on t.id = a.tenant_id
       left join plans p on p.id = json_extract(a.details_json, '$.subject')
       where a.action = 'flag.changed' and json_extract(a.details_json, '$.flag') = ?
       order by a.id desc limit 50`,
    )
    .all(flag)
    .map(({ detailsJson, ...change }) => ({
      ...change,
      details: JSON.parse(detailsJson) as FlagChange['details'],
    }))
}

function isSubject(platform: PlatformDb, scope: FlagScope, subject: string): boolean {
  if (scope === 'percentage' || scope === 'global') return subject === ''
  const table = scope === 'company' ? `tenants where status <> 'deleted' and` : 'plans where'
  return Boolean(platformSqliteOf(platform).prepare(`select 1 from ${table} id = ?`).get(subject))
}
