import { dimensionsOf, metricNames } from '#app/domain/analytics/metrics.ts'
import { readPeriod } from '#app/domain/analytics/period.ts'
import type { Label } from '#app/domain/analytics/report.ts'
import { readMemberNames, wordOf } from '#app/domain/analytics/reports/labels.server.ts'
import type { Worded } from '#app/domain/analytics/reports/labels.server.ts'
import type { RowCursor, RowsQuery } from '#app/domain/analytics/rows.server.ts'
import { findStageName } from '#app/domain/analytics/reports/stage-names.server.ts'
import type { MessageKey } from '#app/i18n/translate.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'

const CURSOR = /^(\d{1,15})\.(\d{1,15})$/
const KEY_LENGTH_MAX = 500

/** The list an address asks for; undefined when it names no figure. */
export function readRowsQuery(
  params: URLSearchParams,
  zone: { timeZone: string; now: number },
): RowsQuery | undefined {
  const metric = metricNames.find((name) => name === params.get('metric'))
  if (!metric) return undefined
  const known = dimensionsOf(metric)
  const names = known.includes('hour') ? [...known, 'weekday'] : known
  const of: Record<string, string> = {}
  for (const name of names) {
    const key = params.get(name)
    if (key !== null && name !== 'all') of[name] = key.slice(0, KEY_LENGTH_MAX)
  }
  return { metric, period: readPeriod(params, zone).period, of }
}

export function readRowsCursor(params: URLSearchParams): RowCursor | undefined {
  const match = CURSOR.exec(params.get('after') ?? '')
  return match ? { at: Number(match[1]), id: Number(match[2]) } : undefined
}

/** What narrows a list, in words. */
export function toFilterLabels(db: TenantDb, { metric, of }: RowsQuery): Label[] {
  return Object.entries(of).map(([dimension, key]): Label => {
    if (dimension === 'member') return readMemberNames(db)(key)
    if (dimension === 'weekday') return { key: `reports.weekday.${key}` as MessageKey }
    if (dimension === 'hour') return { text: `${key}:00–${key}:59` }
    if (dimension === 'stage') return { text: findStageName(db, key) }
    if (dimension === 'source' && key === '') return { key: 'reports.noSource' }
    if (['product', 'source', 'rating'].includes(dimension)) return { text: key }
    if (metric === 'answers') return wordOf('answer', key)
    return wordOf(dimension as Worded, key)
  })
}
