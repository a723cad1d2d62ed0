import type { MessageKey } from '#app/i18n/translate.ts'
import type { Day } from './days.ts'
import type { MetricName } from './metrics.ts'
import type { Period } from './period.ts'

/** How a number is written: `duration` is ms, `money` minor units, `share` 0..1, `rating` 1..5. */
export type Unit = 'count' | 'money' | 'duration' | 'share' | 'rating'

/** Words of the product, a name out of the data, or a span of days. */
export type Label =
  { key: MessageKey; values?: Record<string, string> } | { text: string } | { days: Period }

export type Cell = { value: number | null; unit: Unit; to?: string }

export type Figure = {
  name: string
  label: MessageKey
  /** what exactly is counted */
  about: MessageKey
  unit: Unit
  value: number | null
  previous: number | null
  /** which way is welcome; left out where neither is */
  good?: 'up' | 'down'
  /** the rows behind it */
  to?: string
}

export type ReportTable = {
  name: string
  title: MessageKey
  about: MessageKey
  /** how it is drawn; the table itself is always there too */
  look: 'columns' | 'bars' | 'funnel' | 'heat' | 'table'
  /** the first names the rows */
  heads: Label[]
  rows: { label: Label; cells: Cell[] }[]
}

export type ReportContent = { figures: Figure[]; tables: ReportTable[] }

/** The list behind a figure: the metric's rows of a period, narrowed by its dimensions. */
export function rowsTo(
  metric: MetricName,
  period: Period,
  of: Partial<Record<string, string>> = {},
): string {
  const params = new URLSearchParams({ metric, from: period.from, to: period.to })
  for (const [name, value] of Object.entries(of)) params.set(name, value ?? '')
  return `/reports/rows?${params.toString()}`
}

export function oneDay(day: Day): Period {
  return { from: day, to: day }
}
