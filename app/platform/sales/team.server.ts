import { platformSqliteOf } from '../db.server.ts'
import type { PlatformDb } from '../db.server.ts'
import type { PlatformActor } from '../users/permissions.ts'
import { isManager } from './reach.server.ts'

export type Standing = {
  rank: number
  repId: number
  name: string
  won: number
  /** minor units; undefined for colleagues, whose pay is theirs */
  commission: number | undefined
  isSelf: boolean
}

type Row = { repId: number; name: string; won: number; commission: number }

/**
 * The reps of a time by companies won, then by commission. A rep sees colleagues' names and how
 * many they won, but only their own money.
 *
 * @param from UTC ms
 */
export function listStandings(
  platform: PlatformDb,
  user: PlatformActor,
  { from, to }: { from: number; to: number },
): Standing[] {
  const rows = platformSqliteOf(platform)
    .prepare<[{ from: number; to: number }], Row>(
      `select u.id as repId, u.name,
         (select count(*) from prospects p where p.stage = 'won' and p.rep_id = u.id
            and p.stage_changed_at >= @from and p.stage_changed_at < @to) as won,
         (select coalesce(sum(c.amount), 0) from commissions c where c.rep_id = u.id
            and c.at >= @from and c.at < @to) as commission
       from platform_users u where u.role = 'sales' and u.status = 'active'
       order by won desc, commission desc, u.name collate nocase`,
    )
    .all({ from, to })
  return rows.map((row) => {
    const isSelf = row.repId === user.id
    const rank = rows.findIndex((one) => one.won === row.won && one.commission === row.commission)
    const mayKnow = isManager(user) || isSelf
    return { ...row, rank: rank + 1, isSelf, commission: mayKnow ? row.commission : undefined }
  })
}

export type Performance = {
  repId: number
  name: string
  open: number
  openValue: number
  overdue: number
  won: number
  lost: number
  clients: number
  /** minor units a month of the clients that pay */
  revenue: number
  commission: number
}

/**
 * What each rep has in hand and has won. For managers; the page is theirs.
 *
 * @param since UTC ms, of what ended; `from`, of commission; `now`, for what is overdue
 */
export function listPerformance(
  platform: PlatformDb,
  times: { since: number; from: number; now: number },
): Performance[] {
  return platformSqliteOf(platform)
    .prepare<[typeof times], Performance>(
      `with p as (
         select rep_id,
           count(*) filter (where stage not in ('won', 'lost')) as open,
           coalesce(sum(value) filter (where stage not in ('won', 'lost')), 0) as openValue,
           count(*) filter (where stage not in ('won', 'lost') and next_action_at < @now) as overdue,
           count(*) filter (where stage = 'won' and stage_changed_at >= @since) as won,
           count(*) filter (where stage = 'lost' and stage_changed_at >= @since) as lost
         from prospects group by rep_id
       ), c as (
         select t.rep_id, count(*) as clients,
           coalesce(sum(s.monthly) filter (where s.status in ('active', 'past_due')
             and s.activated_at is not null), 0) as revenue
         from tenants t left join subscriptions s on s.tenant_id = t.id
         where t.rep_id is not null and t.status <> 'deleted' group by t.rep_id
       ), m as (
         select rep_id, sum(amount) as commission from commissions where at >= @from group by rep_id
       )
       select u.id as repId, u.name, coalesce(p.open, 0) as open,
         coalesce(p.openValue, 0) as openValue, coalesce(p.overdue, 0) as overdue,
         coalesce(p.won, 0) as won, coalesce(p.lost, 0) as lost,
         coalesce(c.clients, 0) as clients, coalesce(c.revenue, 0) as revenue,
         coalesce(m.commission, 0) as commission
       from platform_users u left join p on p.rep_id = u.id left join c on c.rep_id = u.id
         left join m on m.rep_id = u.id
       where u.role = 'sales' and u.status = 'active'
       order by won desc, u.name collate nocase`,
    )
    .all(times)
}
