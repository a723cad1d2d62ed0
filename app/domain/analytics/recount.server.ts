import { getCompany } from '#app/domain/company/queries.server.ts'
import { inTransaction, sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { addDays, dayOf } from './days.ts'
import { openFigures } from './figures.server.ts'
import type { Period } from './period.ts'
import { dimensionsOf, getMetric, metricNames } from './metrics.ts'
import { rollReports, startAnew } from './roll.server.ts'
import { tallyDay } from './tally.server.ts'

const DIFFERENCES_SHOWN = 50

export type Difference = {
  what: string
  day: string
  key: string
  /** count and sum as reports show them, and as the facts have them */
  shown: [count: number, sum: number]
  counted: [count: number, sum: number]
}

/**
 * Counts everything again from the facts and compares it with what reports show. Changes nothing.
 *
 * @returns how many figures were compared, and the first differences
 */
export function compareReports(
  db: TenantDb,
  now = Date.now(),
): { figures: number; differing: number; differences: Difference[] } {
  return sqliteOf(db).transaction(() => {
    const differences = differingConversations(db)
    const period = findPeriod(db, now)
    let figures = 0
    for (const metric of metricNames) {
      const shown = period ? readShown(db, metric, period) : new Map<string, Pair>()
      const counted = period ? countAll(db, metric, period) : new Map<string, Pair>()
      for (const place of new Set([...shown.keys(), ...counted.keys()])) {
        figures += 1
        const pair: Pairs = {
          shown: shown.get(place) ?? [0, 0],
          counted: counted.get(place) ?? [0, 0],
        }
        if (pair.shown.join() === pair.counted.join()) continue
        const [dimension = '', day = '', key = ''] = place.split('\t')
        differences.push({ what: `${metric}.${dimension}`, day, key, ...pair })
      }
    }
    const differing = differences.length
    return { figures, differing, differences: differences.slice(0, DIFFERENCES_SHOWN) }
  })()
}

/** Makes facts of conversations and all roll-ups again from the messages and events themselves. */
export async function rebuildReports(db: TenantDb, now = Date.now()): Promise<{ days: number }> {
  inTransaction(db, () => {
    sqliteOf(db).exec(`
      insert into conversation_facts (conversation_id, first_inbound_at, first_reply_id,
        first_reply_at, first_human_id, first_human_at, first_ai_at, handed_over_at)
      select conversation_id, first_inbound_at, first_reply_id, ${replyAt}, first_human_id,
        ${humanAt}, first_ai_at, handed_over_at
      from conversation_times t where true
      on conflict (conversation_id) do update set first_inbound_at = excluded.first_inbound_at,
        first_reply_id = excluded.first_reply_id, first_reply_at = excluded.first_reply_at,
        first_human_id = excluded.first_human_id, first_human_at = excluded.first_human_at,
        first_ai_at = excluded.first_ai_at, handed_over_at = excluded.handed_over_at,
        asked_in_hours = case when first_inbound_at is excluded.first_inbound_at
          then asked_in_hours end`)
    startAnew(db, now)
  })
  return rollReports(db, { now })
}

type Pair = [count: number, sum: number]
type Pairs = { shown: Pair; counted: Pair }

const replyAt = '(select m.sort_at from messages m where m.id = t.first_reply_id)'
const humanAt = '(select m.sort_at from messages m where m.id = t.first_human_id)'

function readShown(db: TenantDb, metric: (typeof metricNames)[number], period: Period) {
  const figures = openFigures(db, period, { countsAll: true })
  const shown = new Map<string, Pair>()
  for (const dimension of dimensionsOf(metric))
    for (const row of figures.listDays(metric, dimension, period))
      shown.set(`${dimension}\t${row.day}\t${row.key}`, [row.count, row.sum])
  return shown
}

function countAll(db: TenantDb, metric: (typeof metricNames)[number], { from, to }: Period) {
  const { timeZone } = getCompany(db)
  const counted = new Map<string, Pair>()
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const [dimension, keys] of tallyDay(db, metric, { day, timeZone }))
      for (const [key, { count, sum }] of keys)
        counted.set(`${dimension}\t${day}\t${key}`, [count, sum])
  return counted
}

/** Conversations whose kept times are not those of their messages. */
function differingConversations(db: TenantDb): Difference[] {
  const rows = sqliteOf(db)
    .prepare<[], { id: number }>(
      `select t.conversation_id as id from conversation_times t
       left join conversation_facts f on f.conversation_id = t.conversation_id
       where f.first_inbound_at is not t.first_inbound_at
         or f.first_reply_id is not t.first_reply_id or f.first_reply_at is not ${replyAt}
         or f.first_human_id is not t.first_human_id or f.first_human_at is not ${humanAt}
         or f.first_ai_at is not t.first_ai_at or f.handed_over_at is not t.handed_over_at`,
    )
    .all()
  return rows.map(({ id }) => ({
    ...{ what: 'conversation_facts', day: '', key: String(id), shown: [0, 0], counted: [1, 0] },
  }))
}

/** From the first fact to today, in days of the company's zone. */
function findPeriod(db: TenantDb, now: number): Period | undefined {
  const { timeZone } = getCompany(db)
  const firsts = metricNames.map((name) => {
    const { from, where, at } = getMetric(name)
    return sqliteOf(db)
      .prepare<[], number | null>(`select min(${at}) from ${from} where ${where}`)
      .pluck()
      .get()
  })
  const known = firsts.filter((at): at is number => typeof at === 'number')
  const rolled = sqliteOf(db)
    .prepare<[], string | null>('select min(day) from report_days')
    .pluck()
    .get()
  const days = [...known.map((at) => dayOf(at, timeZone)), ...(rolled ? [rolled] : [])].sort()
  return days[0] ? { from: days[0], to: dayOf(now, timeZone) } : undefined
}
