import { and, gte, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { reachable } from '#app/domain/conversations/reach.server.ts'
import { conversations as c } from '#app/domain/conversations/schema.server.ts'
import type { Actor } from '#app/domain/members/permissions.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { listDayStarts } from './days.ts'

export const DAYS_SHOWN = 14

export type DailyCount = {
  /** UTC ms, midnight of the company's zone */
  startsAt: number
  conversations: number
}

/** New conversations per day of the last two weeks, the oldest first, of what this person can reach. */
export function listDailyConversations(
  db: TenantDb,
  actor: Actor,
  day: { timeZone: string; now: number },
): DailyCount[] {
  const starts = listDayStarts(day.now, day.timeZone, DAYS_SHOWN)
  const counts = db.get<Record<string, number | null>>(dailyQuery(starts, reachable(db, actor)))
  return starts.map((startsAt, index) => ({ startsAt, conversations: counts[`d${index}`] ?? 0 }))
}

/** One walk over what moved since the first day; a conversation moves when it begins. */
export function dailyQuery(starts: number[], reach: SQL | undefined): SQL {
  const columns = starts.map((startsAt, index) => {
    const next = starts[index + 1] ?? Number.MAX_SAFE_INTEGER
    const name = sql.raw(`d${index}`)
    return sql`sum(${c.createdAt} >= ${startsAt} and ${c.createdAt} < ${next}) as ${name}`
  })
  const since = gte(c.lastMessageAt, starts[0] ?? 0)
  return sql`select ${sql.join(columns, sql`, `)} from ${c} where ${and(since, reach)}`
}
