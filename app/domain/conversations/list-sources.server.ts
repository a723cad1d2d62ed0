import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { InboxView } from './inbox-view.ts'
import type { Reach } from './reach.server.ts'
import { conversations as c } from './schema.server.ts'

/**
 * Where the rows of a view are found: each source is one walk along an index in the order of the
 * list, so that the first page costs the same however many conversations there are. A source is
 * never a permission: `reachable` is added to each.
 */
export type Source = 'any' | 'mine' | 'unassigned' | 'earlier' | 'waiting' | 'found'

/** @returns no source when the view lies outside the person's reach */
export function sourcesOf(view: InboxView, reach: Reach): Source[] {
  if (view.search) return ['found']
  if (reach.isEverything) {
    const source = view.tab === 'all' ? 'any' : view.tab
    return [view.needsPerson && source !== 'mine' ? 'waiting' : source]
  }
  const sources: Source[] = []
  if (!view.isClosed && view.tab !== 'unassigned') sources.push('mine')
  if (!view.isClosed && view.tab !== 'mine' && reach.unassigned) sources.push('unassigned')
  if (reach.earlier) sources.push('earlier')
  return sources
}

const me = sql.placeholder('me')

/** The walk itself. Every statement gets `me`, and with a search `match` and `digits`. */
export function sourceCondition(source: Source, view: InboxView): SQL {
  if (source === 'found') return sql`${c.id} in (select conversation_id from found)`
  const open = sql`${c.isOpen} = ${sql.raw(view.isClosed ? '0' : '1')}`
  if (source === 'mine') return sql`${open} and ${c.assignedTo} = ${me}`
  if (source === 'unassigned') return sql`${open} and ${c.assignedTo} is null`
  if (source === 'waiting') return sql`${waiting} and ${c.status} <> 'closed'`
  if (source === 'earlier') return sql`${ofOwnContacts} and ${open}`
  return open
}

/** What the view asks for beyond the walk, checked row by row. */
export function filterCondition(view: InboxView): SQL | undefined {
  if (view.search) return undefined
  const parts: SQL[] = []
  // The plus keeps the planner on the index the source was chosen for.
  if (view.tab === 'mine') parts.push(sql`+${c.assignedTo} = ${me}`)
  if (view.tab === 'unassigned') parts.push(sql`+${c.assignedTo} is null`)
  if (view.needsPerson) parts.push(waiting)
  return parts.length > 0 ? sql.join(parts, sql` and `) : undefined
}

const waiting = sql`${c.needsPersonAt} is not null`
const ofOwnContacts = sql`${c.contactId} in (
  select own.contact_id from conversations own where own.is_open = 1 and own.assigned_to = ${me})`
