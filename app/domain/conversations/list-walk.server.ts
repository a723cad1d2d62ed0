import { and, asc, desc, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { InboxView } from './inbox-view.ts'
import type { InboxSort } from './inbox-words.ts'
import type { Cursor } from './cursor.ts'
import { filterConditions, filterSets, namedFilters } from './list-filters.server.ts'
import { sourceCondition } from './list-sources.server.ts'
import type { Source } from './list-sources.server.ts'
import { conversations as c } from './schema.server.ts'

/**
 * A list that is narrowed by what has no order of its own looks at so many rows at most; then it
 * says how far it has come and goes on from there when asked.
 */
export const LOOKED_AT_MAX = 3_000

/** A filter that fits fewer conversations than this is the place to begin from. */
export const RARE_MAX = 500

const orders = {
  newest: { key: c.lastMessageAt, isUp: false },
  waiting: { key: c.waitOrder, isUp: true },
  score: { key: c.score, isUp: false },
} satisfies Record<InboxSort, { key: unknown; isUp: boolean }>

export type Walk = {
  view: InboxView
  source: Source
  reach: SQL | undefined
  limit: number
  /** begin from this rare filter's own rows */
  from?: keyof typeof filterSets
  /** rows are looked at one by one and there may be very many */
  isBounded: boolean
}

export function orderOf(sort: InboxSort) {
  const { key, isUp } = orders[sort]
  return isUp ? [asc(key), asc(c.id)] : [desc(key), desc(c.id)]
}

/** Where a list of this order begins. */
export function startOf(sort: InboxSort): Cursor {
  const edge = orders[sort].isUp ? -1 : Number.MAX_SAFE_INTEGER
  return { at: edge, id: edge }
}

export function sortValue(
  sort: InboxSort,
  row: { lastMessageAt: number; waitOrder: number | null; score: number },
): number {
  if (sort === 'newest') return row.lastMessageAt
  return sort === 'waiting' ? (row.waitOrder ?? 0) : row.score
}

/** The first ids of one walk, in the order of the list. */
export function walkIds(walk: Walk): SQL {
  const { view, reach, limit, isBounded } = walk
  const filters = filterConditions(view)
  if (!isBounded) {
    const where = and(placeOf(walk), ...filters, reach)
    return sql`select id from (select ${c.id} as id from ${c} where ${where}
      ${ordered(view.sort)} limit ${number(limit)})`
  }
  // Row by row along the index, ended by the limit inside or the one outside.
  return sql`select id from (select id from (${lookedAt(walk)}) as conversations
    where ${and(...filters, reach)} limit ${number(limit)})`
}

/** The row at which a bounded walk ends, if it gets that far. */
export function walkEnd(walk: Walk): SQL {
  return sql`select ${orders[walk.view.sort].key} as at, ${c.id} as id from ${c}
    where ${placeOf(walk)} ${ordered(walk.view.sort)} limit 1 offset ${number(LOOKED_AT_MAX - 1)}`
}

function lookedAt(walk: Walk): SQL {
  return sql`select * from ${c} where ${placeOf(walk)}
    ${ordered(walk.view.sort)} limit ${number(LOOKED_AT_MAX)}`
}

/** What the walk goes along, from the cursor on. */
function placeOf({ view, source, from }: Walk): SQL | undefined {
  const { key, isUp } = orders[view.sort]
  const after = sql`(${sql.placeholder('afterAt')}, ${sql.placeholder('afterId')})`
  const beyond = isUp ? sql`(${key}, ${c.id}) > ${after}` : sql`(${key}, ${c.id}) < ${after}`
  if (from) return and(sql`${c.id} in (${filterSets[from]})`, beyond)
  const isByTime = view.sort === 'newest'
  return and(
    sourceCondition(source, view),
    beyond,
    isByTime && view.from ? sql`${c.lastMessageAt} >= ${sql.placeholder('from')}` : undefined,
    isByTime && view.until ? sql`${c.lastMessageAt} < ${sql.placeholder('until')}` : undefined,
  )
}

function ordered(sort: InboxSort): SQL {
  return sql`order by ${sql.join(orderOf(sort), sql`, `)}`
}

/** Whether rows are passed over one by one for what the walk's own index does not know. */
export function isSifted(view: InboxView, source: Source): boolean {
  const isByTab =
    source === 'any' && ['mine', 'unassigned', 'waiting', 'snoozed'].includes(view.tab)
  const isByStatus = view.status !== undefined && view.status !== 'closed' && source === 'any'
  const isNeeding = view.needsPerson && source !== 'calls'
  const isByTime = view.sort !== 'newest' && Boolean(view.from ?? view.until)
  const isLong = !['mine', 'assignee', 'mentions'].includes(source)
  const isNarrowed = namedFilters(view).length > 0 || view.tab === 'unread'
  return isLong && (isNarrowed || isByTab || isByStatus || isNeeding || isByTime)
}

function number(value: number): SQL {
  return sql.raw(String(value))
}
