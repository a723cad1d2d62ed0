import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { addDays, fromWallTime } from '#app/domain/company/wall-time.ts'
import type { InboxView } from './inbox-view.ts'
import { conversations as c } from './schema.server.ts'

const HOUR_MS = 3_600_000
const scoreRanges = { green: [80, 101], yellow: [50, 80], red: [-1, 50] } as const

type FilterName = 'tag' | 'channel' | 'priority' | 'hasMedia' | 'unansweredHours' | 'score'

const param = (name: string) => sql`${sql.placeholder(name)}`

/** Each filter as a condition on a row. */
const conditions: Record<FilterName, SQL> = {
  tag: sql`exists (select 1 from conversation_tags t
    where t.conversation_id = ${c.id} and t.tag_id = ${param('tag')})`,
  channel: sql`+${c.channel} = ${param('channel')}`,
  priority: sql`+${sql.raw('"conversations"."priority_id"')} = ${param('priority')}`,
  hasMedia: sql`+${c.hasMedia} = 1`,
  unansweredHours: sql`+${c.unansweredSince} <= ${param('unansweredBefore')}`,
  score: sql`+${c.score} >= ${param('scoreFrom')} and +${c.score} < ${param('scoreBelow')}`,
}

/**
 * The same filter as the set of its conversations, along an index of its own: where it is a
 * small one, the list is found from there instead of looking for it row by row.
 */
export const filterSets: Record<FilterName, SQL> = {
  tag: sql`select conversation_id as id from conversation_tags where tag_id = ${param('tag')}`,
  channel: sql`select id from conversations where channel = ${param('channel')}`,
  priority: sql`select id from conversations where priority_id = ${param('priority')}`,
  hasMedia: sql`select id from conversations where has_media = 1`,
  unansweredHours: sql`select id from conversations where unanswered_since <= ${param('unansweredBefore')}
    and unanswered_since is not null and status <> 'closed'`,
  score: sql`select id from conversations where is_open = 1
    and score >= ${param('scoreFrom')} and score < ${param('scoreBelow')}`,
}

const names = Object.keys(conditions) as FilterName[]

/** The filters a view asks for that are looked at row by row. */
export function namedFilters(view: InboxView): FilterName[] {
  return names.filter((name) => view[name] !== undefined)
}

/** Every condition of the view on a row, beyond where the rows are walked. */
export function filterConditions(view: InboxView): SQL[] {
  const me = sql.placeholder('me')
  const parts = namedFilters(view).map((name) => conditions[name])
  if (view.status) parts.push(sql`+${c.status} = ${param('status')}`)
  else if (view.tab === 'snoozed' || view.tab === 'waiting')
    parts.push(sql`${c.status} = ${sql.raw(`'${view.tab}'`)}`)
  else if (view.tab !== 'mentions') parts.push(sql`+${c.status} not in ('snoozed', 'closed')`)
  // The plus keeps the planner on the index the walk was chosen for.
  if (view.tab === 'mine') parts.push(sql`+${c.assignedTo} = ${me}`)
  if (view.tab === 'unassigned') parts.push(sql`+${c.assignedTo} is null`)
  if (view.tab === 'unread') parts.push(unread)
  if (view.assignee) parts.push(sql`+${c.assignedTo} = ${param('assignee')}`)
  if (view.needsPerson) parts.push(sql`${c.needsPersonAt} is not null`)
  if (view.from) parts.push(sql`${c.lastMessageAt} >= ${param('from')}`)
  if (view.until) parts.push(sql`${c.lastMessageAt} < ${param('until')}`)
  return parts
}

/** A condition: the customer wrote something this person has not read. */
export const unread = sql`${c.lastInboundId} > coalesce((
  select r.last_read_message_id from conversation_reads r
  where r.member_id = ${sql.placeholder('me')} and r.conversation_id = ${c.id}), 0)`

/** The values of the conditions above. Times are UTC ms. */
export function filterValues(view: InboxView, timeZone: string, now = Date.now()) {
  const range = scoreRanges[view.score ?? 'green']
  const startOf = (day: string) => fromWallTime(`${day}T00:00`, timeZone) ?? 0
  return {
    ...{ status: view.status ?? '', tag: view.tag ?? 0, channel: view.channel ?? '' },
    ...{ priority: view.priority ?? 0, assignee: view.assignee ?? 0 },
    ...{ scoreFrom: range[0], scoreBelow: range[1] },
    unansweredBefore: now - (view.unansweredHours ?? 0) * HOUR_MS,
    from: view.from ? startOf(view.from) : 0,
    until: view.until ? startOf(addDays(view.until, 1)) : 0,
  }
}
