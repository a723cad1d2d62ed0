import { and, gte, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { contacts } from '#app/domain/contacts/schema.server.ts'
import { reachableContacts } from '#app/domain/contacts/list.server.ts'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations as c } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { startOfDay } from './days.ts'

/** Green begins here; see contacts/score-rules. */
const HOT_SCORE_MIN = 80

export type TodayFigures = {
  newConversations: number
  messagesIn: number
  messagesOut: number
  /** conversations in which a customer wrote today */
  asked: number
  /** of those: the assistant replied, no person did, and none is wanted */
  answeredByAi: number
  /** from a customer's first message of the day to the first reply; null when nobody was replied to */
  medianFirstReplyMs: number | null
  /** open conversations that need a person, whenever that began */
  waiting: number
  hotContacts: number
}

type Talk = {
  isNew: number
  messagesIn: number
  messagesOut: number
  isByAi: number
  waitMs: number | null
}

/** Today's figures in the company's zone, of what this person can reach. */
export function getTodayFigures(
  db: TenantDb,
  actor: Actor,
  day: { timeZone: string; now: number },
): TodayFigures {
  const startsAt = startOfDay(day.now, day.timeZone)
  const talks = db.all<Talk>(todayQuery(startsAt, reachable(db, actor)))
  const asked = talks.filter((talk) => talk.messagesIn > 0)
  return {
    newConversations: talks.filter((talk) => talk.isNew).length,
    messagesIn: sum(talks.map((talk) => talk.messagesIn)),
    messagesOut: sum(talks.map((talk) => talk.messagesOut)),
    asked: asked.length,
    answeredByAi: asked.filter((talk) => talk.isByAi).length,
    medianFirstReplyMs: median(talks.flatMap(({ waitMs }) => (waitMs === null ? [] : [waitMs]))),
    waiting: countWaiting(db, actor),
    hotContacts: countHot(db, actor),
  }
}

/**
 * One row per conversation that moved today. Nothing else is looked at: a message of today
 * belongs to a conversation whose last activity is of today, and that is an index.
 */
export function todayQuery(startsAt: number, reach: SQL | undefined): SQL {
  return sql`
    with active as materialized (
      select ${c.id} as id, ${c.createdAt} as created_at, ${c.needsPersonAt} as needs_person_at
      from ${c} where ${and(gte(c.lastMessageAt, startsAt), reach)}
    ), said as (
      select active.*,
        sum(m.direction = 'inbound') as messages_in, sum(m.direction = 'outbound') as messages_out,
        sum(m.author_kind = 'ai') as by_ai, sum(m.author_kind in ('member', 'phone')) as by_person,
        min(case when m.direction = 'inbound' then m.sort_at end) as asked_at
      from active left join messages m
        on m.conversation_id = active.id and m.sort_at >= ${startsAt} and m.type <> 'system'
      group by active.id
    )
    select created_at >= ${startsAt} as isNew, coalesce(messages_in, 0) as messagesIn,
      coalesce(messages_out, 0) as messagesOut,
      by_ai > 0 and by_person = 0 and needs_person_at is null as isByAi,
      (select r.sort_at from messages r
       where r.conversation_id = said.id and r.sort_at >= said.asked_at
         and r.direction = 'outbound' and r.author_kind <> 'system'
       order by r.sort_at limit 1) - asked_at as waitMs
    from said`
}

function countWaiting(db: TenantDb, actor: Actor): number {
  const needsPerson = sql`${c.needsPersonAt} is not null and ${c.status} <> 'closed'`
  return count(
    db,
    sql`select count(*) as n from ${c} where ${and(needsPerson, reachable(db, actor))}`,
  )
}

function countHot(db: TenantDb, actor: Actor): number {
  const isHot = gte(contacts.score, HOT_SCORE_MIN)
  const condition = and(isHot, reachableContacts(db, actor))
  return count(db, sql`select count(*) as n from ${contacts} where ${condition}`)
}

function count(db: TenantDb, query: SQL): number {
  return db.get<{ n: number }>(query).n
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function median(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined) return null
  return sorted.length % 2 === 1 ? upper : Math.round((upper + (sorted[middle - 1] ?? upper)) / 2)
}
