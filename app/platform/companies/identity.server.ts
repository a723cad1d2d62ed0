import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { toCityKey } from '../sales/name-key.ts'
import { isRep } from '../sales/reps.server.ts'
import type { PlatformActor } from '../users/permissions.ts'

/** What the platform knows a company by: its name, the city it is found in, whose client it is. */
export type Identity = { name: string; city: string; repId: number | null }

export function findIdentity(platform: PlatformDb, tenantId: string): Identity | undefined {
  return platformSqliteOf(platform)
    .prepare<[string], Identity>('select name, city, rep_id as repId from tenants where id = ?')
    .get(tenantId)
}

/**
 * Writes what differs, with a note of what it was. Commissions of payments to come are the new
 * rep's; those that are noted stay whose they are.
 */
export function saveIdentity(
  platform: PlatformDb,
  actor: PlatformActor,
  { tenantId, ...next }: Identity & { tenantId: string },
):
  { ok: true; changed: (keyof Identity)[] } | { ok: false; reason: 'not_found' | 'rep_not_found' } {
  return inPlatformTransaction(platform, () => {
    const before = findIdentity(platform, tenantId)
    if (!before) return { ok: false, reason: 'not_found' }
    const isNew = next.repId !== null && next.repId !== before.repId
    if (isNew && !isRep(platform, next.repId ?? 0)) return { ok: false, reason: 'rep_not_found' }
    const names = ['name', 'city', 'repId'] as const
    const changed = names.filter((name) => before[name] !== next[name])
    if (changed.length === 0) return { ok: true, changed: [] }
    platformSqliteOf(platform)
      .prepare(
        `update tenants set name = @name, city = @city, city_key = @cityKey, rep_id = @repId,
           updated_at = @at where id = @tenantId`,
      )
      .run({ ...next, cityKey: toCityKey(next.city), tenantId, at: Date.now() })
    const by = { kind: 'user', id: actor.id, name: actor.name } as const
    const say = (identity: Identity) =>
      changed.map((name) => toWord(platform, name, identity)).join(' · ')
    const details = { from: say(before), to: say(next) }
    recordPlatformAudit(platform, by, { action: 'tenant.identity_changed', tenantId, details })
    return { ok: true, changed: [...changed] }
  })
}

function toWord(platform: PlatformDb, name: keyof Identity, identity: Identity): string {
  if (name !== 'repId') return identity[name] || '–'
  const found = platformSqliteOf(platform)
    .prepare<[number | null], string>('select name from platform_users where id = ?')
    .pluck()
    .get(identity.repId)
  return found ?? '–'
}
