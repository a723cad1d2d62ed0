import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import { toCityKey } from './name-key.ts'

export type Rep = { id: number; name: string }

/** The people prospects are given to, by name. */
export function listReps(platform: PlatformDb): Rep[] {
  return platformSqliteOf(platform)
    .prepare<[], Rep>(
      `select id, name from platform_users where role = 'sales' and status = 'active'
       order by name collate nocase, id`,
    )
    .all()
}

export function isRep(platform: PlatformDb, id: number): boolean {
  return Boolean(
    platformSqliteOf(platform)
      .prepare(`select 1 from platform_users where id = ? and role = 'sales' and status = 'active'`)
      .get(id),
  )
}

/**
 * Whose a prospect without a rep becomes, in the caller's transaction: the rep of its city, else
 * the one whose turn it is.
 *
 * @returns null where there are no reps
 */
export function takeRepFor(platform: PlatformDb, city: string, now: number): number | null {
  return repOfCity(platform, city) ?? takeTurn(platform, now)
}

function repOfCity(platform: PlatformDb, city: string): number | undefined {
  const key = toCityKey(city)
  if (key === '') return undefined
  return platformSqliteOf(platform)
    .prepare<[string], number>(
      `select t.rep_id from territories t join platform_users u on u.id = t.rep_id
       where t.city_key = ? and u.role = 'sales' and u.status = 'active'`,
    )
    .pluck()
    .get(key)
}

function takeTurn(platform: PlatformDb, now: number): number | null {
  const sqlite = platformSqliteOf(platform)
  const id = sqlite
    .prepare<[], number>(
      `select u.id from platform_users u left join sales_reps r on r.user_id = u.id
       where u.role = 'sales' and u.status = 'active'
       order by coalesce(r.last_given_at, 0), u.id limit 1`,
    )
    .pluck()
    .get()
  if (id === undefined) return null
  // Two in one millisecond still take turns.
  sqlite
    .prepare(
      `insert into sales_reps (user_id, last_given_at) values (@id, @at)
       on conflict (user_id) do update set last_given_at = excluded.last_given_at`,
    )
    .run({ id, at: Math.max(now, lastTurn(platform) + 1) })
  return id
}

function lastTurn(platform: PlatformDb): number {
  return platformSqliteOf(platform)
    .prepare<[], number>('select coalesce(max(last_given_at), 0) from sales_reps')
    .pluck()
    .get()!
}
