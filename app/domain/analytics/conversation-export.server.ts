import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core'
import { getCompany } from '#app/domain/company/queries.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { CellValue } from '#app/domain/spreadsheets/csv.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { spanOfDay } from './days.ts'
import type { Period } from './period.ts'

const BATCH = 500

/** The columns of the export, in their order; `Ms` are spans, `At` moments. */
export const conversationColumns = [
  ...['id', 'openedAt', 'customer', 'phone', 'channel', 'status', 'outcome', 'assignedTo'],
  ...['askedInHours', 'firstReplyBy', 'firstReplyMs', 'humanReplyMs', 'handedOverAt', 'closedAt'],
  ...['messagesIn', 'messagesByAssistant', 'messagesByPeople', 'inquiry', 'sentiment'],
  ...['soldMinor', 'rating'],
] as const
export type ConversationColumn = (typeof conversationColumns)[number]
export type ConversationLine = Record<ConversationColumn, CellValue>

/**
 * Conversations opened in a period, of what this person reaches, the oldest first, a batch at a
 * time: nothing of it is held longer than one batch.
 */
export function* exportConversations(
  db: TenantDb,
  actor: Actor,
  period: Period,
): Generator<ConversationLine[]> {
  const { timeZone } = getCompany(db)
  const from = spanOfDay(period.from, timeZone).from
  const to = spanOfDay(period.to, timeZone).to
  const condition = reachable(db, actor)
  const reach = condition ? new SQLiteSyncDialect().sqlToQuery(condition) : undefined
  const select = sqliteOf(db).prepare<
    unknown[],
    ConversationLine & { id: number; openedAt: number }
  >(
    `${SELECT} where conversations.created_at >= ? and conversations.created_at < ?
       and (conversations.created_at, conversations.id) > (?, ?) ${reach ? `and ${reach.sql}` : ''}
     order by conversations.created_at, conversations.id limit ${BATCH}`,
  )
  let last = { at: from, id: 0 }
  for (;;) {
    const lines = select.all(from, to, last.at, last.id, ...(reach?.params ?? []))
    const end = lines.at(-1)
    if (!end) return
    yield lines
    last = { at: end.openedAt, id: end.id }
  }
}

const countMessages = (condition: string) =>
  `(select count(*) from messages m where m.conversation_id = conversations.id
    and m.type <> 'system' and ${condition})`

const SELECT = `select conversations.id as id, conversations.created_at as openedAt,
    contacts.name as customer, contacts.phone as phone, conversations.channel as channel,
    conversations.status as status, conversations.outcome as outcome,
    members.name as assignedTo, f.asked_in_hours as askedInHours,
    (select m.author_kind from messages m where m.id = f.first_reply_id) as firstReplyBy,
    f.first_reply_at - f.first_inbound_at as firstReplyMs,
    f.first_human_at - f.first_inbound_at as humanReplyMs,
    f.handed_over_at as handedOverAt, conversations.closed_at as closedAt,
    ${countMessages(`m.direction = 'inbound'`)} as messagesIn,
    ${countMessages(`m.author_kind = 'ai'`)} as messagesByAssistant,
    ${countMessages(`m.author_kind in ('member', 'phone')`)} as messagesByPeople,
    f.inquiry_type as inquiry, f.sentiment as sentiment,
    (select sum(s.amount_minor) from sales s where s.conversation_id = conversations.id
       and s.voided_at is null) as soldMinor,
    (select s.rating from csat_surveys s where s.conversation_id = conversations.id
       and s.rating is not null order by s.answered_at desc limit 1) as rating
  from conversations join contacts on contacts.id = conversations.contact_id
    left join members on members.id = conversations.assigned_to
    left join conversation_facts f on f.conversation_id = conversations.id`
