import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { InboxView } from './inbox-view.ts'
import type { Reach } from './reach.server.ts'
import { conversations as c } from './schema.server.ts'

/**
 * Where the rows of a view are found: each source is one walk along an index, in the order of the
 * list where that index has it, so that the first page costs the same however many conversations
 * there are. A source is never a permission: `reachable` is added to each.
 */
export type Source =
  | 'any'
  | 'mine'
  | 'unassigned'
  | 'assignee'
  | 'earlier'
  | 'calls'
  | 'waiting'
  | 'snoozed'
  | 'mentions'

/** Mentions older than these are history, found by search. */
const MENTIONS_MAX = 1_000

/** @returns no source when the view lies outside the person's reach */
export function sourcesOf(view: InboxView, reach: Reach): Source[] {
  if (view.tab === 'mentions') return ['mentions']
  if (reach.isEverything) return [sourceOfAll(view)]
  const isClosed = view.status === 'closed'
  const sources: Source[] = []
  if (!isClosed && view.tab !== 'unassigned') sources.push('mine')
  if (!isClosed && view.tab !== 'mine' && reach.unassigned) sources.push('unassigned')
  if (reach.earlier) sources.push('earlier')
  return sources
}

/** The narrowest walk that has the rows in the order of the list. */
function sourceOfAll(view: InboxView): Source {
  if (view.tab === 'mine') return 'mine'
  // What one person has is few enough to be sorted; other walks must have the order themselves.
  if (view.assignee) return 'assignee'
  if (view.sort !== 'newest') return 'any'
  if (view.needsPerson && view.status !== 'closed') return 'calls'
  if (view.tab === 'unassigned') return 'unassigned'
  if (view.tab === 'waiting' || view.tab === 'snoozed')
    return view.status && view.status !== view.tab ? 'any' : view.tab
  return 'any'
}

const me = sql.placeholder('me')

/** The walk itself. Every statement gets `me`. */
export function sourceCondition(source: Source, view: InboxView): SQL {
  const open = sql`${c.isOpen} = ${sql.raw(view.status === 'closed' ? '0' : '1')}`
  const walks: Record<Source, SQL> = {
    any: open,
    mine: sql`${open} and ${c.assignedTo} = ${me}`,
    unassigned: sql`${open} and ${c.assignedTo} is null`,
    assignee: sql`${open} and ${c.assignedTo} = ${sql.placeholder('assignee')}`,
    earlier: sql`${ofOwnContacts} and ${open}`,
    calls: sql`${c.needsPersonAt} is not null and ${c.status} <> 'closed'`,
    waiting: sql`${c.status} = 'waiting'`,
    snoozed: sql`${c.status} = 'snoozed'`,
    mentions: sql`${c.id} in (select m.conversation_id from note_mentions m
      where m.member_id = ${me} order by m.at desc limit ${sql.raw(String(MENTIONS_MAX))})`,
  }
  return walks[source]
}

const ofOwnContacts = sql`${c.contactId} in (
  select own.contact_id from conversations own where own.is_open = 1 and own.assigned_to = ${me})`
