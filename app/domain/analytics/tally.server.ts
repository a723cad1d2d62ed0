import { prepared, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { hourOf, spanOfDay } from './days.ts'
import type { Day } from './days.ts'
import { getMetric, metricNames, rowsOf } from './metrics.ts'
import type { MetricName } from './metrics.ts'

/** Every zone's days and hours begin on a quarter of an hour. */
export const QUARTER_MS = 900_000

export type Tally = { count: number; sum: number }
/** dimension → key → tally */
export type Tallies = Map<string, Map<string, Tally>>

const statements = new Map(metricNames.map((name) => [name, Symbol(`reports.${name}`)]))

/** Counts a metric's rows of one day straight from the facts, split by all its dimensions. */
export function tallyDay(
  db: TenantDb,
  name: MetricName,
  { day, timeZone }: { day: Day; timeZone: string },
): Tallies {
  const { from, to } = spanOfDay(day, timeZone)
  const { dimensions, hasHours } = getMetric(name)
  const names = Object.keys(dimensions)
  const tallies: Tallies = new Map()
  const symbol = statements.get(name) as symbol
  const rows = prepared(db, symbol, (tenant) => prepareTally(tenant, name)).all(from, to)
  for (const row of rows as (string | number)[][]) {
    const [count, sum, quarter, ...keys] = row as [number, number, number, ...string[]]
    add(tallies, 'all', '', count, sum)
    names.forEach((dimension, index) => add(tallies, dimension, String(keys[index]), count, sum))
    if (hasHours) add(tallies, 'hour', toHourKey(quarter * QUARTER_MS, timeZone), count, sum)
  }
  return tallies
}

/** `09`: sorts as it reads. */
export function toHourKey(at: number, timeZone: string): string {
  return String(hourOf(at, timeZone)).padStart(2, '0')
}

export function add(
  tallies: Tallies,
  dimension: string,
  key: string,
  count: number,
  sum: number,
): void {
  const keys = tallies.get(dimension) ?? new Map<string, Tally>()
  tallies.set(dimension, keys)
  const known = keys.get(key)
  if (!known) return void keys.set(key, { count, sum })
  known.count += count
  known.sum += sum
}

function prepareTally(db: TenantDb, name: MetricName) {
  const metric = getMetric(name)
  const quarter = metric.hasHours ? `${metric.at} / ${QUARTER_MS}` : '0'
  const keys = Object.values(metric.dimensions)
  const groups = [quarter, ...keys].map((_, index) => index + 3).join(', ')
  const columns = ['count(*)', `sum(${metric.value})`, quarter, ...keys].join(', ')
  const sql = `select ${columns} ${rowsOf(metric)} group by ${groups}`
  return sqliteOf(db).prepare<unknown[]>(sql).raw()
}
