import { and, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Actor } from '#app/domain/members/permissions.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { InboxView } from './inbox-view.ts'
import type { InboxTab } from './inbox-words.ts'
import { unread } from './list-filters.server.ts'
import { sourceCondition } from './list-sources.server.ts'
import type { Source } from './list-sources.server.ts'
import { countView } from './list.server.ts'
import { reachable, reachOf } from './reach.server.ts'
import { conversations as c } from './schema.server.ts'

/** Counting stops here: a badge says 99+, and no badge walks over a whole table. */
const COUNTED_MAX = 100

const OPEN: InboxView = { tab: 'all', needsPerson: false, search: '', sort: 'newest' }
const NEW_MENTIONS = Symbol.for('conversations.newMentions')

export type InboxCounts = Record<Exclude<InboxTab, 'all'>, number>

/**
 * How many conversations wait in each view, at most 100 each, within reach. A mention counts
 * until it is read; the other views count what they show.
 */
export function countInbox(db: TenantDb, actor: Actor): InboxCounts {
  const count = (tab: InboxTab) => countView(db, actor, { ...OPEN, tab }, COUNTED_MAX)
  return {
    ...{ mine: count('mine'), unassigned: count('unassigned'), unread: count('unread') },
    ...{ mentions: countMentions(db, actor), waiting: count('waiting'), snoozed: count('snoozed') },
  }
}

function countMentions(db: TenantDb, actor: Actor): number {
  const key = Symbol.for(`${NEW_MENTIONS.description}:${reachOf(db, actor).key}`)
  const statement = prepared(db, key, () => {
    const mine = sql`${c.id} in (select m.conversation_id from note_mentions m
      where m.member_id = ${sql.placeholder('me')} and m.read_at is null)`
    return db
      .select({ count: sql<number>`count(*)` })
      .from(sql`(${idsOf(mine, undefined, reachable(db, actor, sql.placeholder('me')))})`)
      .prepare()
  })
  return statement.get({ me: actor.id })?.count ?? 0
}

/**
 * What calls for this person, at most 100: conversations within reach that need a person, and
 * their own with something unread.
 */
export function countCalls(db: TenantDb, actor: Actor): number {
  const { isEverything, unassigned, key } = reachOf(db, actor)
  const sources: Source[] = isEverything ? ['calls'] : ['mine']
  if (!isEverything && unassigned) sources.push('unassigned')
  const statement = prepared(db, Symbol.for(`conversations.calls:${key}`), () => {
    const reach = reachable(db, actor, sql.placeholder('me'))
    const waiting = sources.map((source) =>
      idsOf(sourceCondition(source, OPEN), sql`${c.needsPersonAt} is not null`, reach),
    )
    const awake = sql`${unread} and ${c.status} <> 'snoozed'`
    const own = idsOf(sourceCondition('mine', OPEN), awake, reach)
    return db
      .select({ count: sql<number>`count(*)` })
      .from(
        sql`(${sql.join([...waiting, own], sql` union `)} limit ${sql.raw(String(COUNTED_MAX))})`,
      )
      .prepare()
  })
  return statement.get({ me: actor.id })?.count ?? 0
}

function idsOf(source: SQL, filter: SQL | undefined, reach: SQL | undefined): SQL {
  return sql`select id from (select ${c.id} as id from ${c}
    where ${and(source, filter, reach)} limit ${sql.raw(String(COUNTED_MAX))})`
}
