import { and, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import type { Actor } from '#app/domain/members/permissions.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { sourceCondition } from './list-sources.server.ts'
import type { Source } from './list-sources.server.ts'
import { reachable, reachOf } from './reach.server.ts'
import { conversations as c } from './schema.server.ts'

/** Counting stops here: a badge says 99+, and no badge walks over a whole table. */
const COUNTED_MAX = 100

const OPEN = { tab: 'all', isClosed: false, needsPerson: false, search: '' } as const

export type InboxCounts = { unassigned: number; mine: number }

/** How many open conversations wait in each tab, at most 100 each, within reach. */
export function countInbox(db: TenantDb, actor: Actor): InboxCounts {
  const { isEverything, unassigned } = reachOf(db, actor)
  return {
    unassigned: isEverything || unassigned ? countFrom(db, actor, 'unassigned') : 0,
    mine: countFrom(db, actor, 'mine'),
  }
}

/**
 * What calls for this person, at most 100: conversations within reach that need a person, and
 * their own with something unread.
 */
export function countCalls(db: TenantDb, actor: Actor): number {
  const { isEverything, unassigned, key } = reachOf(db, actor)
  const sources: Source[] = isEverything ? ['waiting'] : ['mine']
  if (!isEverything && unassigned) sources.push('unassigned')
  const statement = prepared(db, Symbol.for(`conversations.calls:${key}`), () => {
    const reach = reachable(db, actor, sql.placeholder('me'))
    const waiting = sources.map((source) =>
      idsOf(sourceCondition(source, OPEN), sql`${c.needsPersonAt} is not null`, reach),
    )
    const unread = idsOf(sourceCondition('mine', OPEN), unreadCondition, reach)
    return db
      .select({ count: sql<number>`count(*)` })
      .from(
        sql`(${sql.join([...waiting, unread], sql` union `)} limit ${sql.raw(String(COUNTED_MAX))})`,
      )
      .prepare()
  })
  return statement.get({ me: actor.id })?.count ?? 0
}

const unreadCondition = sql`${c.lastInboundId} > coalesce((
  select r.last_read_message_id from conversation_reads r
  where r.member_id = ${sql.placeholder('me')} and r.conversation_id = ${c.id}), 0)`

function countFrom(db: TenantDb, actor: Actor, source: Source): number {
  const key = Symbol.for(`conversations.count:${source}:${reachOf(db, actor).key}`)
  const statement = prepared(db, key, () => {
    const reach = reachable(db, actor, sql.placeholder('me'))
    return db
      .select({ count: sql<number>`count(*)` })
      .from(sql`(${idsOf(sourceCondition(source, OPEN), undefined, reach)})`)
      .prepare()
  })
  return statement.get({ me: actor.id })?.count ?? 0
}

function idsOf(source: SQL, filter: SQL | undefined, reach: SQL | undefined): SQL {
  return sql`select id from (select ${c.id} as id from ${c}
    where ${and(source, filter, reach)} limit ${sql.raw(String(COUNTED_MAX))})`
}
