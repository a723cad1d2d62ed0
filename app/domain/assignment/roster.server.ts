import { toActor } from '#app/domain/members/find.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import type { Role } from '#app/domain/members/permissions.ts'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { shownPresence } from './presence.ts'
import type { Presence } from './presence.ts'
import type { Candidate } from './strategy.ts'

/** A member who may be given conversations. */
export type Assignee = Candidate & {
  name: string
  role: Role
  title: string
  presence: Presence
  /** whether the strategy considers them: agents do, others once they have a capacity of their own */
  takesByRule: boolean
}

type Row = {
  id: number
  name: string
  role: Role
  title: string
  permissionsJson: string
  capacity: number | null
  chosen: Presence | null
  lastActiveAt: number | null
  open: number
  lastAssignedAt: number
  skillIds: string | null
}

/** Everybody who may be given conversations, by name, with load, capacity, presence and skills. */
export function listAssignees(db: TenantDb, now = Date.now()): Assignee[] {
  const { defaultCapacity, autoAwayMinutes } = getCompany(db)
  return selectRows(db)
    .filter((row) => can(toActor(row), 'conversations.reply'))
    .map((row) => ({
      ...{ id: row.id, name: row.name, role: row.role, title: row.title, open: row.open },
      capacity: row.capacity ?? defaultCapacity,
      lastAssignedAt: row.lastAssignedAt,
      skillIds: new Set(row.skillIds === null ? [] : row.skillIds.split(',').map(Number)),
      presence: shownPresence({
        ...{ chosen: row.chosen ?? undefined, lastActiveAt: row.lastActiveAt ?? 0 },
        ...{ awayMinutes: autoAwayMinutes, now },
      }),
      takesByRule: row.role === 'agent' || row.capacity !== null,
    }))
}

/** Those whom a strategy may give conversations to at this moment, whether they have room or not. */
export function listOnline(db: TenantDb, now: number): Assignee[] {
  return listAssignees(db, now).filter((one) => one.takesByRule && one.presence === 'online')
}

function selectRows(db: TenantDb): Row[] {
  return sqliteOf(db)
    .prepare<[], Row>(
      `select m.id, m.name, m.role, m.title, m.permissions_json as permissionsJson, m.capacity,
         p.chosen, p.last_active_at as lastActiveAt,
         (select count(*) from conversations c
          where c.is_open = 1 and c.assigned_to = m.id and c.status <> 'snoozed') as open,
         coalesce((select max(a.at) from assignments a where a.to_member_id = m.id), 0)
           as lastAssignedAt,
         (select group_concat(s.skill_id) from member_skills s where s.member_id = m.id) as skillIds
       from members m left join member_presence p on p.member_id = m.id
       where m.status = 'active' order by m.name collate nocase, m.id`,
    )
    .all()
}
