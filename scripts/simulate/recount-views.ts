import { countInbox } from '#app/domain/conversations/counts.server.ts'
import { countUnread } from '#app/domain/notifications/unread.server.ts'
import { listLoads } from '#app/domain/analytics/now.server.ts'
import type { Actor, Role } from '#app/domain/members/permissions.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Check } from './recount.ts'

/** Badges stop here. */
const SHOWN_MAX = 100

const awake = `c.status in ('new', 'in_progress', 'waiting') and c.deleted_at is null`
const isUnread = `c.last_inbound_id > coalesce((select r.last_read_message_id
  from conversation_reads r where r.conversation_id = c.id and r.member_id = :me), 0)`

/** Every view as plain SQL over the facts; `:all` is whether the person reaches everything. */
const views = {
  mine: `${awake} and c.assigned_to = :me`,
  unassigned: `${awake} and c.assigned_to is null and :all`,
  unread: `${awake} and ${isUnread} and (:all or c.assigned_to = :me)`,
  waiting: `c.status = 'waiting' and c.deleted_at is null and (:all or c.assigned_to = :me)`,
  snoozed: `c.status = 'snoozed' and c.deleted_at is null and (:all or c.assigned_to = :me)`,
}

/** Each person's badges, the bell and the loads, against a count of the rows. */
export function countViews(db: TenantDb): Check[] {
  const staff = sqliteOf(db)
    .prepare<[], { id: number; role: Role }>(`select id, role from members where status = 'active'`)
    .all()
  const differing: string[] = []
  let compared = 0
  const compare = (what: string, shown: number, counted: number) => {
    compared += 1
    if (shown !== counted) differing.push(`${what}: shown ${shown}, counted ${counted}`)
  }
  for (const { id, role } of staff) {
    const actor: Actor = { id, role, extra: [] }
    const shown = countInbox(db, actor)
    for (const [name, where] of Object.entries(views) as [keyof typeof views, string][])
      compare(`${name} of member ${id}`, shown[name], countRows(db, where, actor))
    compare(`bell of member ${id}`, countUnread(db, actor), countNotices(db, actor))
  }
  for (const { memberId, open } of listLoads(db))
    compare(`load of member ${memberId}`, open, countOpen(db, memberId))
  return [
    {
      name: `of ${compared} badges and loads, unlike their rows`,
      expected: 0,
      found: differing.length,
      examples: differing.slice(0, 5),
    },
  ]
}

function countRows(db: TenantDb, where: string, { id, role }: Actor): number {
  const all = role === 'agent' ? 0 : 1
  return sqliteOf(db)
    .prepare<unknown[], number>(
      `select min(count(*), ${SHOWN_MAX}) from conversations c where ${where}`,
    )
    .pluck()
    .get({ me: id, all }) as number
}

function countNotices(db: TenantDb, { id, role }: Actor): number {
  return sqliteOf(db)
    .prepare<unknown[], number>(
      `select min(count(*), ${SHOWN_MAX}) from notifications n
       left join conversations c on c.id = n.conversation_id
       where n.member_id = :me and n.read_at is null and n.in_app = 1 and
         (n.conversation_id is null or (c.deleted_at is null
           and (:all or (c.assigned_to = :me and c.status <> 'closed'))))`,
    )
    .pluck()
    .get({ me: id, all: role === 'agent' ? 0 : 1 }) as number
}

function countOpen(db: TenantDb, memberId: number): number {
  return sqliteOf(db)
    .prepare<[{ me: number }], number>(
      `select count(*) from conversations c where ${awake} and c.assigned_to = :me`,
    )
    .pluck()
    .get({ me: memberId }) as number
}
