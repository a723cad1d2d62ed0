import { getCompany } from '#app/domain/company/queries.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { dayOf, listDays, spanOfDay } from './days.ts'
import type { Day } from './days.ts'
import type { MetricName } from './metrics.ts'
import type { Period } from './period.ts'
import { isCurrent } from './roll.server.ts'
import { add, QUARTER_MS, tallyDay } from './tally.server.ts'
import type { Tallies, Tally } from './tally.server.ts'

export type DayTally = Tally & { day: Day; key: string }

/** More messages than this are not counted while somebody waits for a page. */
const LIVE_MESSAGES_MAX = 100_000
const LIVE_DAYS_AT_LEAST = 2

export type Figures = {
  /** all rows of a metric, or those of one key */
  total: (metric: MetricName, period: Period, of?: { dimension: string; key: string }) => Tally
  /** key → rows */
  split: (metric: MetricName, dimension: string, period: Period) => Map<string, Tally>
  /** each day with rows, by key */
  listDays: (metric: MetricName, dimension: string, period: Period) => DayTally[]
  /** days that a roll-up is still being made of; their figures may be old */
  pendingDays: number
}

const NOTHING: Tally = { count: 0, sum: 0 }

/**
 * Figures of a span of days: of the days that nothing has touched since, from their roll-ups; of
 * the others straight from the facts. Writes nothing. Call it and use it in one synchronous go.
 */
export function openFigures(
  db: TenantDb,
  span: Period,
  { countsAll = false }: { countsAll?: boolean } = {},
): Figures {
  const { timeZone } = getCompany(db)
  const days = findDirtyDays(db, span, timeZone)
  const liveCount = countsAll ? days.length : countLive(db, days, timeZone)
  const live = days.slice(days.length - liveCount)
  const pendingDays = days.length - liveCount
  const tallies = new Map<string, Tallies>()
  const tallyLive = (metric: MetricName, day: Day) => {
    const key = `${metric} ${day}`
    const known = tallies.get(key) ?? tallyDay(db, metric, { day, timeZone })
    tallies.set(key, known)
    return known
  }
  const liveIn = ({ from, to }: Period) => live.filter((day) => day >= from && day <= to)
  const rolled = JSON.stringify(live)

  function split(metric: MetricName, dimension: string, period: Period) {
    const sums: Tallies = new Map()
    for (const row of readRolled(db, { metric, dimension, period, except: rolled }))
      add(sums, dimension, row.key, row.count, row.sum)
    for (const day of liveIn(period))
      for (const [key, tally] of tallyLive(metric, day).get(dimension) ?? [])
        add(sums, dimension, key, tally.count, tally.sum)
    return sums.get(dimension) ?? new Map<string, Tally>()
  }

  return {
    ...{ split, pendingDays },
    total: (metric, period, of = { dimension: 'all', key: '' }) =>
      split(metric, of.dimension, period).get(of.key) ?? NOTHING,
    listDays: (metric, dimension, period) => [
      ...readRolledDays(db, { metric, dimension, period, except: rolled }),
      ...liveIn(period).flatMap((day) =>
        [...(tallyLive(metric, day).get(dimension) ?? [])].map(([key, tally]) => ({
          ...{ day, key, ...tally },
        })),
      ),
    ],
  }
}

/** The days that no roll-up holds for, the oldest first. */
function findDirtyDays(db: TenantDb, span: Period, timeZone: string): Day[] {
  // Without roll-ups that hold, every day is counted now: an empty one costs next to nothing.
  if (!isCurrent(db)) return listDays(span.from, span.to)
  const from = spanOfDay(span.from, timeZone).from / QUARTER_MS
  const to = spanOfDay(span.to, timeZone).to / QUARTER_MS
  const quarters = sqliteOf(db)
    .prepare<[number, number], number>(
      'select quarter from report_dirty where quarter >= ? and quarter < ?',
    )
    .pluck()
    .all(from, to)
  return [...new Set(quarters.map((quarter) => dayOf(quarter * QUARTER_MS, timeZone)))].sort()
}

/** How many of the newest of these days can be counted while somebody waits. */
function countLive(db: TenantDb, days: Day[], timeZone: string): number {
  const [first] = days
  const last = days.at(-1)
  if (!first || !last || days.length <= LIVE_DAYS_AT_LEAST) return days.length
  const messages = sqliteOf(db)
    .prepare<[number, number], number>(
      'select count(*) from messages where sort_at >= ? and sort_at < ?',
    )
    .pluck()
    .get(spanOfDay(first, timeZone).from, spanOfDay(last, timeZone).to) as number
  return messages <= LIVE_MESSAGES_MAX ? days.length : LIVE_DAYS_AT_LEAST
}

type RolledQuery = { metric: MetricName; dimension: string; period: Period; except: string }

function readRolled(db: TenantDb, { metric, dimension, period, except }: RolledQuery) {
  return sqliteOf(db)
    .prepare<unknown[], Tally & { key: string }>(
      `select key, sum(count) as count, sum(sum) as sum from report_days
       where metric = ? and dimension = ? and day between ? and ?
         and day not in (select value from json_each(?)) group by key`,
    )
    .all(metric, dimension, period.from, period.to, except)
}

function readRolledDays(db: TenantDb, { metric, dimension, period, except }: RolledQuery) {
  return sqliteOf(db)
    .prepare<unknown[], DayTally>(
      `select day, key, count, sum from report_days
       where metric = ? and dimension = ? and day between ? and ?
         and day not in (select value from json_each(?)) order by day, key`,
    )
    .all(metric, dimension, period.from, period.to, except)
}
