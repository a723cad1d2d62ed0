import { recordPlatformAudit } from '../audit/record.server.ts'
import { inPlatformTransaction, platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { toCityKey } from './name-key.ts'
import { isRep } from './reps.server.ts'

export type Territory = { cityKey: string; city: string; repId: number; repName: string }

export function listTerritories(platform: PlatformDb): Territory[] {
  return platformSqliteOf(platform)
    .prepare<[], Territory>(
      `select t.city_key as cityKey, t.city, t.rep_id as repId, u.name as repName
       from territories t join platform_users u on u.id = t.rep_id order by t.city collate nocase`,
    )
    .all()
}

export type TerritoryResult = { ok: true } | { ok: false; reason: 'rep_not_found' | 'required' }

/** Gives a city to a rep; the one who had it before loses it, but keeps the prospects. */
export function giveCity(
  platform: PlatformDb,
  actor: PlatformActor,
  { city, repId }: { city: string; repId: number },
): TerritoryResult {
  const cityKey = toCityKey(city)
  if (cityKey === '') return { ok: false, reason: 'required' }
  return inPlatformTransaction(platform, (): TerritoryResult => {
    if (!isRep(platform, repId)) return { ok: false, reason: 'rep_not_found' }
    platformSqliteOf(platform)
      .prepare(
        `insert into territories (city_key, city, rep_id) values (@cityKey, @city, @repId)
         on conflict (city_key) do update set city = excluded.city, rep_id = excluded.rep_id`,
      )
      .run({ cityKey, city: city.trim(), repId })
    note(platform, actor, 'territory.given', { city: cityKey, repId })
    return { ok: true }
  })
}

/** @returns false when nobody had it */
export function releaseCity(platform: PlatformDb, actor: PlatformActor, city: string): boolean {
  const cityKey = toCityKey(city)
  return inPlatformTransaction(platform, () => {
    const { changes } = platformSqliteOf(platform)
      .prepare('delete from territories where city_key = ?')
      .run(cityKey)
    if (changes > 0) note(platform, actor, 'territory.released', { city: cityKey })
    return changes > 0
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
