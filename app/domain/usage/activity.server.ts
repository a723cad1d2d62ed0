import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const DAY_MS = 86_400_000

/** Messages by day (days since 1970, UTC), from a day on. Read from an index that begins with the time. */
export function countMessagesByDay(
  db: TenantDb,
  firstDay: number,
): { day: number; messages: number }[] {
  return sqliteOf(db)
    .prepare<[number], { day: number; messages: number }>(
      // Written in, because a bound number is a real one and divides without rounding.
      `select sort_at / ${DAY_MS} as day, count(*) as messages from messages
       where sort_at >= ? group by 1`,
    )
    .all(firstDay * DAY_MS)
}
