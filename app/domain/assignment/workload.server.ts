import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Presence } from './presence.ts'
import { listAssignees } from './roster.server.ts'

/** Cards per person; the rest is a number and a link into the inbox. */
export const WORKLOAD_CARDS = 20

export type WorkloadCard = {
  id: number
  contactName: string
  contactPhone: string | null
  channel: string
  score: number
  scoreColor: 'green' | 'yellow' | 'red'
  status: string
  /** the oldest message nobody has answered, UTC ms */
  unansweredSince: number | null
  lastMessageAt: number
}

export type WorkloadColumn = {
  /** null are those nobody owns and who wait for a person */
  member: {
    id: number
    name: string
    presence: Presence
    capacity: number
    open: number
  } | null
  colors: { green: number; yellow: number; red: number }
  total: number
  cards: WorkloadCard[]
}

/**
 * Who has what at this moment, for those who see everything: the queue first, then every member
 * who may be given conversations, each with the longest waiting on top.
 */
export function listWorkload(db: TenantDb, now = Date.now()): WorkloadColumn[] {
  const columns = listAssignees(db, now)
    .filter((one) => one.takesByRule || one.open > 0)
    .map(({ id, name, presence, capacity, open }) => ({
      member: { id, name, presence, capacity, open },
      ...columnOf(db, ofMember, id),
    }))
  return [{ member: null, ...columnOf(db, waiting, null) }, ...columns]
}

const ofMember = `c.is_open = 1 and c.assigned_to = @memberId and c.status <> 'snoozed'`
const waiting = `c.queued_at is not null and c.assigned_to is null and c.status not in ('closed', 'snoozed')
  and @memberId is null`

type Counted = { scoreColor: WorkloadCard['scoreColor']; count: number }

function columnOf(db: TenantDb, condition: string, memberId: number | null) {
  const sqlite = sqliteOf(db)
  const counted = sqlite
    .prepare<[{ memberId: number | null }], Counted>(
      `select p.score_color as scoreColor, count(*) as count from conversations c
       join contacts p on p.id = c.contact_id where ${condition} group by p.score_color`,
    )
    .all({ memberId })
  const cards = sqlite
    .prepare<[{ memberId: number | null }], WorkloadCard>(
      `select c.id, p.name as contactName, p.phone as contactPhone, c.channel, p.score,
         p.score_color as scoreColor, c.status, c.unanswered_since as unansweredSince,
         c.last_message_at as lastMessageAt
       from conversations c join contacts p on p.id = c.contact_id where ${condition}
       order by c.unanswered_since is null, c.unanswered_since, c.last_message_at desc
       limit ${WORKLOAD_CARDS}`,
    )
    .all({ memberId })
  const colors = { green: 0, yellow: 0, red: 0 }
  for (const { scoreColor, count } of counted) colors[scoreColor] = count
  return { colors, total: colors.green + colors.yellow + colors.red, cards }
}
