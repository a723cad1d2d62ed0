import { and, desc, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import { members } from '#app/domain/members/schema.server.ts'
import { prepared } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Cursor } from './cursor.ts'
import type { InboxView } from './inbox-view.ts'
import { filterCondition, sourceCondition, sourcesOf } from './list-sources.server.ts'
import type { Source } from './list-sources.server.ts'
import { reachable, reachOf } from './reach.server.ts'
import { toPage } from './records.server.ts'
import type { Page } from './records.server.ts'
import { conversationReads, conversations as c, messages } from './schema.server.ts'
import { foundIn, toSearchValues } from './search.server.ts'

export const INBOX_PAGE_ROWS = 30
const PREVIEW_LENGTH_MAX = 140
const FROM_THE_NEWEST: Cursor = { at: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER }

export type InboxRow = ReturnType<typeof listConversations>['rows'][number]

/**
 * One page of the inbox, newest activity first, of what this person can reach. One prepared
 * statement per kind of view and reach; `unread` is this person's own.
 */
export function listConversations(
  db: TenantDb,
  actor: Actor,
  query: InboxView & { after?: Cursor },
) {
  const { key } = reachOf(db, actor)
  const sources = sourcesOf(query, reachOf(db, actor))
  if (sources.length === 0) return { rows: [], next: undefined } satisfies Page<never>
  const { at, id } = query.after ?? FROM_THE_NEWEST
  const rows = prepared(db, keyOf(query, key), () => selectRows(db, actor, query, sources)).all({
    me: actor.id,
    beforeAt: at,
    beforeId: id,
    ...(query.search && toSearchValues(query.search)),
  })
  return toPage(
    rows.map(({ isUnread, ...row }) => ({ ...row, isUnread: isUnread === 1 })),
    INBOX_PAGE_ROWS,
    (row) => ({ at: row.lastMessageAt, id: row.id }),
  )
}

/** The SQL of a view, for tests of its query plan. */
export function explainable(db: TenantDb, actor: Actor, view: InboxView): string {
  const sources = sourcesOf(view, reachOf(db, actor))
  return selectRows(db, actor, view, sources).getQuery().sql
}

function keyOf(view: InboxView, reachKey: string): symbol {
  const { tab, isClosed, needsPerson, search } = view
  const shape = search
    ? 'search'
    : `${tab}${isClosed ? ':closed' : ''}${needsPerson ? ':needs' : ''}`
  return Symbol.for(`conversations.list:${shape}:${reachKey}`)
}

const last = alias(messages, 'last_message')

function selectRows(db: TenantDb, actor: Actor, view: InboxView, sources: Source[]) {
  const me = sql.placeholder('me')
  const ids = idsOf(view, sources, reachable(db, actor, me))
  return db
    .select({
      id: c.id,
      contactName: contacts.name,
      contactPhone: contacts.phone,
      score: contacts.score,
      scoreColor: contacts.scoreColor,
      channel: c.channel,
      status: c.status,
      aiState: c.aiState,
      assignedTo: c.assignedTo,
      assigneeName: members.name,
      needsPersonAt: c.needsPersonAt,
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
    .leftJoin(
      conversationReads,
      and(eq(conversationReads.conversationId, c.id), eq(conversationReads.memberId, me)),
    )
    .where(sql`${c.id} in (${ids})`)
    .orderBy(desc(c.lastMessageAt), desc(c.id))
    .limit(INBOX_PAGE_ROWS + 1)
    .prepare()
}

/** The newest of each source; the rows around them are read for these few alone. */
function idsOf(view: InboxView, sources: Source[], reach: SQL | undefined): SQL {
  const older = sql`(${c.lastMessageAt}, ${c.id}) < (${sql.placeholder('beforeAt')}, ${sql.placeholder('beforeId')})`
  const walks = sources.map((source) => {
    const condition = and(sourceCondition(source, view), filterCondition(view), reach, older)
    return sql`select id from (select ${c.id} as id from ${c} where ${condition}
      order by ${c.lastMessageAt} desc, ${c.id} desc limit ${sql.raw(String(INBOX_PAGE_ROWS + 1))})`
  })
  const all = sql.join(walks, sql` union all `)
  return view.search ? sql`${foundIn(reach)} ${all}` : all
}
