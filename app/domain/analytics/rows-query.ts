import { dimensionsOf, metricNames } from './metrics.ts'
import { readPeriod } from './period.ts'
import type { RowCursor, RowsQuery } from './rows.server.ts'

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
