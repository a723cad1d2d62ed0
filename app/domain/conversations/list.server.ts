import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { priorities } from '#app/domain/labels/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { shownClock, toShownClock } from '#app/domain/sla/shown-clock.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Cursor } from './cursor.ts'
import { filtersOf } from './inbox-view.ts'
import type { InboxView } from './inbox-view.ts'
import { filterSets, filterValues, namedFilters } from './list-filters.server.ts'
import { sourcesOf } from './list-sources.server.ts'
import {
  isSifted,
  orderOf,
  RARE_MAX,
  sortValue,
  startOf,
  walkEnd,
  walkIds,
} from './list-walk.server.ts'
import type { Walk } from './list-walk.server.ts'
import { reachable, reachOf } from './reach.server.ts'
import { conversationReads, conversations as c, messages } from './schema.server.ts'

export const INBOX_PAGE_ROWS = 30
const PREVIEW_LENGTH_MAX = 140

type FoundRow = ReturnType<ReturnType<typeof selectRows>['all']>[number]
export type InboxRow = ReturnType<typeof toRow<FoundRow>>
export type InboxPage = {
  rows: InboxRow[]
  next: Cursor | undefined
  /** there may be more further on: only so many conversations were looked at */
  isCutOff: boolean
}

/** How a view is answered: its walks, and the values of their statement. */
type Plan = { key: string; walks: Walk[]; values: Record<string, number | string> }

/**
 * One page of the inbox of what this person can reach. One prepared statement per kind of view
 * and reach; `unread` is this person's own.
 */
export function listConversations(
  db: TenantDb,
  actor: Actor,
  query: InboxView & { after?: Cursor },
): InboxPage {
  const plan = planOf(db, actor, query)
  if (plan.walks.length === 0) return { rows: [], next: undefined, isCutOff: false }
  const { key, walks, values } = plan
  const found = prepared(db, Symbol.for(`conversations.list:${key}`), () =>
    selectRows(db, walks, query.sort),
  ).all(values)
  const rows = found.slice(0, INBOX_PAGE_ROWS).map(toRow)
  const last = rows.at(-1)
  const next =
    found.length > INBOX_PAGE_ROWS && last
      ? { at: sortValue(query.sort, last), id: last.id }
      : endOf(db, plan)
  return { rows, next, isCutOff: next !== undefined && found.length <= INBOX_PAGE_ROWS }
}

/** The SQL of a view, for tests of its query plan. */
export function explainable(db: TenantDb, actor: Actor, view: InboxView): string {
  return selectRows(db, planOf(db, actor, view).walks, view.sort).getQuery().sql
}

/** How many conversations a view has, at most `limit`. */
export function countView(db: TenantDb, actor: Actor, view: InboxView, limit: number): number {
  const { key, walks, values } = planOf(db, actor, view, limit)
  if (walks.length === 0) return 0
  const statement = prepared(db, Symbol.for(`conversations.count:${limit}:${key}`), () =>
    db
      .select({ count: sql<number>`count(*)` })
      .from(sql`(${unionOf(walks)} limit ${sql.raw(String(limit))})`)
      .prepare(),
  )
  return statement.get(values)?.count ?? 0
}

function planOf(
  db: TenantDb,
  actor: Actor,
  view: InboxView & { after?: Cursor },
  limit = INBOX_PAGE_ROWS + 1,
): Plan {
  const reach = reachOf(db, actor)
  const after = view.after ?? startOf(view.sort)
  const values = {
    ...filterValues(view, getCompany(db).timeZone),
    ...{ me: actor.id, afterAt: after.at, afterId: after.id },
  }
  const sources = sourcesOf(view, reach)
  const sifted = reach.isEverything && sources.some((source) => isSifted(view, source))
  const from = sifted ? findRare(db, view, values) : undefined
  const isBounded = sifted && !from
  const condition = reachable(db, actor, sql.placeholder('me'))
  const walks = sources.map((source) => ({
    ...{ view, source, limit, from, isBounded, reach: condition },
  }))
  const shape = Object.keys(filtersOf(view)).sort().join()
  const closed = view.status === 'closed' ? 'closed' : ''
  const key = [view.tab, shape, closed, view.sort, from ?? '', sources.join(), reach.key].join(':')
  return { key, walks, values }
}

/** The filter that fits so few conversations that the list is best found from there. */
function findRare(db: TenantDb, view: InboxView, values: Plan['values']) {
  return namedFilters(view).find((name) => {
    // Only open ones are in the walk along scores.
    if (name === 'score' && view.status === 'closed') return false
    const statement = prepared(db, Symbol.for(`conversations.rare:${name}`), () =>
      db
        .select({ count: sql<number>`count(*)` })
        .from(sql`(${filterSets[name]} limit ${sql.raw(String(RARE_MAX))})`)
        .prepare(),
    )
    return (statement.get(values)?.count ?? 0) < RARE_MAX
  })
}

/** Where a walk that looks at so many rows at most has ended, if it did not come to its end. */
function endOf(db: TenantDb, { key, walks, values }: Plan): Cursor | undefined {
  const [walk] = walks
  if (!walk?.isBounded) return undefined
  const statement = prepared(db, Symbol.for(`conversations.end:${key}`), () =>
    db
      .select({ at: sql<number>`at`, id: sql<number>`id` })
      .from(sql`(${walkEnd(walk)})`)
      .prepare(),
  )
  return statement.get(values)
}

const last = alias(messages, 'last_message')

function selectRows(db: TenantDb, walks: Walk[], sort: InboxView['sort']) {
  return selectShown(db)
    .where(sql`${c.id} in (${unionOf(walks)})`)
    .orderBy(...orderOf(sort))
    .limit(INBOX_PAGE_ROWS + 1)
    .prepare()
}

/** What a row shows, with everything joined that it needs; `me` is the reader. */
export function selectShown<X extends Record<string, SQL> = Record<never, never>>(
  db: TenantDb,
  extra?: X,
) {
  return db
    .select({
      ...(extra as X),
      id: c.id,
      contactName: contacts.name,
      contactPhone: contacts.phone,
      score: c.score,
      scoreColor: contacts.scoreColor,
      channel: c.channel,
      status: c.status,
      aiState: c.aiState,
      assignedTo: c.assignedTo,
      assigneeName: members.name,
      needsPersonAt: c.needsPersonAt,
      snoozedUntil: c.snoozedUntil,
      unansweredSince: c.unansweredSince,
      waitOrder: c.waitOrder,
      priorityName: priorities.name,
      priorityColor: priorities.color,
      tagsJson,
      clockJson: shownClock(c.id),
      lastMessageAt: c.lastMessageAt,
      lastText: sql<string | null>`substr(${last.text}, 1, ${sql.raw(String(PREVIEW_LENGTH_MAX))})`,
      lastType: last.type,
      lastAuthor: last.authorKind,
      lastStatus: last.status,
      lastDeletedAt: last.deletedAt,
      isUnread: sql<number>`coalesce(${c.lastInboundId} > coalesce(${conversationReads.lastReadMessageId}, 0), 0)`,
    })
    .from(c)
    .innerJoin(contacts, eq(contacts.id, c.contactId))
    .leftJoin(last, eq(last.id, c.lastMessageId))
    .leftJoin(members, eq(members.id, c.assignedTo))
    .leftJoin(priorities, and(eq(priorities.id, c.priorityId), eq(priorities.isDefault, 0)))
    .leftJoin(
      conversationReads,
      and(
        eq(conversationReads.conversationId, c.id),
        eq(conversationReads.memberId, sql.placeholder('me')),
      ),
    )
    .$dynamic()
}

const tagsJson = sql<
  string | null
>`(select json_group_array(json_object('name', t.name, 'color', t.color))
  from conversation_tags ct join tags t on t.id = ct.tag_id where ct.conversation_id = ${c.id})`

export type ShownTag = { name: string; color: string }

type StoredRow = { isUnread: number; tagsJson: string | null; clockJson: string | null }

export function toRow<T extends StoredRow>({ isUnread, tagsJson: tags, clockJson, ...row }: T) {
  return {
    ...{ ...row, isUnread: isUnread === 1, clock: toShownClock(clockJson) },
    tags: JSON.parse(tags ?? '[]') as ShownTag[],
  }
}

/** The first of each walk; the rows around them are read for these few alone. */
function unionOf(walks: Walk[]): SQL {
  return sql.join(walks.map(walkIds), sql` union all `)
}
