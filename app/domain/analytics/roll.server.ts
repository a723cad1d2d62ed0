import { getCompany } from '#app/domain/company/queries.server.ts'
import { enqueue } from '#app/jobs/queue.server.ts'
import { inTransaction, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { dayOf, spanOfDay, startOfDay } from './days.ts'
import type { Day } from './days.ts'
import { metricNames } from './metrics.ts'
import { readUnreadConversations } from './read-words.server.ts'
import { QUARTER_MS, tallyDay } from './tally.server.ts'

/** How long the process works on reports before it lets others have their turn. */
const TURN_MS = 40

/** Where facts stand in time: what has to be counted anew when every day has. */
const factTimes = [
  ['messages', 'sort_at'],
  ['conversations', 'created_at'],
  ['conversation_events', 'at'],
  ['conversation_facts', 'first_reply_at'],
  ['conversation_facts', 'first_human_at'],
  ['conversation_products', 'at'],
  ['sales', 'at'],
  ['csat_surveys', 'sent_at'],
  ['csat_surveys', 'answered_at'],
  ['leads', 'created_at'],
  ['ai_answers', 'created_at'],
] as const

/** Has the days that changed rolled up soon; called now and then, and when the zone changes. */
export function rollReportsLater(db: TenantDb, now: number): boolean {
  if (isCurrent(db) && nextDay(db, startOfToday(db, now)) === undefined) return false
  // One at a time: a waiting job takes along what comes until it runs.
  return enqueue(db, 'reports.roll', {}, { key: `roll.${Math.floor(now / 60_000)}` })
}

/**
 * Rolls up every day that changed, except today, which is counted as it is asked for. Each day
 * is one transaction of its own; between them others have their turn.
 *
 * @returns how many days were rolled up
 */
export async function rollReports(
  db: TenantDb,
  options: { now?: number; isStopped?: () => boolean } = {},
): Promise<{ days: number }> {
  const { now = Date.now(), isStopped = () => false } = options
  if (!isCurrent(db)) startAnew(db, now)
  while (readUnreadConversations(db) > 0 && !isStopped()) await pause()
  let days = 0
  let turnEndsAt = performance.now() + TURN_MS
  for (;;) {
    const day = isStopped() ? undefined : nextDay(db, startOfToday(db, now))
    if (day === undefined) return { days }
    rollDay(db, day)
    days += 1
    if (performance.now() < turnEndsAt) continue
    await pause()
    turnEndsAt = performance.now() + TURN_MS
  }
}

/** Forgets every roll-up and has every day with facts in it counted again. */
export function startAnew(db: TenantDb, now: number): void {
  const { timeZone, currency } = getCompany(db)
  inTransaction(db, () => {
    const sqlite = sqliteOf(db)
    sqlite.exec('delete from report_days')
    for (const [table, at] of factTimes) {
      sqlite.exec(
        `insert into report_dirty (quarter) select distinct ${at} / ${QUARTER_MS} from ${table}
         where ${at} is not null on conflict do nothing`,
      )
    }
    sqlite
      .prepare(
        `insert into report_state (id, time_zone, currency, rolled_at) values (1, ?, ?, ?)
         on conflict (id) do update set time_zone = excluded.time_zone,
           currency = excluded.currency, rolled_at = excluded.rolled_at`,
      )
      .run(timeZone, currency, now)
  })
}

/** Whether the roll-ups were made under the company's zone and currency of now. */
export function isCurrent(db: TenantDb): boolean {
  const { timeZone, currency } = getCompany(db)
  const state = sqliteOf(db)
    .prepare<[], { time_zone: string; currency: string }>(
      'select time_zone, currency from report_state where id = 1',
    )
    .get()
  return state?.time_zone === timeZone && state.currency === currency
}

function rollDay(db: TenantDb, day: Day): void {
  const { timeZone } = getCompany(db)
  const { from, to } = spanOfDay(day, timeZone)
  inTransaction(db, () => {
    const sqlite = sqliteOf(db)
    sqlite.prepare('delete from report_days where day = ?').run(day)
    const insert = sqlite.prepare(
      'insert into report_days (metric, dimension, day, key, count, sum) values (?, ?, ?, ?, ?, ?)',
    )
    for (const metric of metricNames) {
      for (const [dimension, keys] of tallyDay(db, metric, { day, timeZone }))
        for (const [key, { count, sum }] of keys)
          insert.run(metric, dimension, day, key, count, sum)
    }
    sqlite
      .prepare('delete from report_dirty where quarter >= ? and quarter < ?')
      .run(from / QUARTER_MS, to / QUARTER_MS)
  })
}

/** The oldest day before a moment that has to be counted again. */
function nextDay(db: TenantDb, before: number): Day | undefined {
  const quarter = sqliteOf(db)
    .prepare<[number], number | null>('select min(quarter) from report_dirty where quarter < ?')
    .pluck()
    .get(before / QUARTER_MS)
  if (quarter === null || quarter === undefined) return undefined
  return dayOf(quarter * QUARTER_MS, getCompany(db).timeZone)
}

function startOfToday(db: TenantDb, now: number): number {
  return startOfDay(now, getCompany(db).timeZone)
}

function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
