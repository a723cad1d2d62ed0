import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import type { Figures } from '../figures.server.ts'
import type { MetricName } from '../metrics.ts'
import { listSteps, toStep } from '../period.ts'
import type { ChosenPeriod } from '../period.ts'
import { rowsTo } from '../report.ts'
import type { Cell, Figure, Label, ReportTable, Unit } from '../report.ts'
import type { Tally } from '../tally.server.ts'

/** What every report is made of. */
export type ReportContext = { db: TenantDb; figures: Figures; chosen: ChosenPeriod }

type Of = { dimension: string; key: string }
type Named = Pick<Figure, 'name' | 'label' | 'about'> & { good?: 'up' | 'down' }

/** A figure of the period and of the one before: how many rows, or their sum or mean. */
export function figureOf(
  { figures, chosen }: ReportContext,
  named: Named,
  take: { metric: MetricName; of?: Of; what?: 'count' | 'sum' | 'mean'; unit?: Unit },
): Figure {
  const { metric, of, what = 'count', unit = 'count' } = take
  const read = (period: ChosenPeriod['period']) =>
    readTally(figures.total(metric, period, of), what)
  return {
    ...named,
    ...{ unit, value: read(chosen.period), previous: read(chosen.previous) },
    to: rowsTo(metric, chosen.period, of && { [of.dimension]: of.key }),
  }
}

/** A part of a whole, each of the period and of the one before. */
export function shareOf(
  { figures, chosen }: ReportContext,
  named: Named,
  take: { metric: MetricName; of: Of; wholeOf?: Of[]; whole?: MetricName },
): Figure {
  const { metric, of, whole = metric, wholeOf } = take
  const read = (period: ChosenPeriod['period']) => {
    const part = figures.total(metric, period, of).count
    const wholes = wholeOf
      ? wholeOf.map((one) => figures.total(whole, period, one).count)
      : [figures.total(whole, period).count]
    const all = wholes.reduce((sum, count) => sum + count, 0)
    return all === 0 ? null : part / all
  }
  return {
    ...named,
    ...{ unit: 'share', value: read(chosen.period), previous: read(chosen.previous) },
    to: rowsTo(metric, chosen.period, { [of.dimension]: of.key }),
  }
}

export type SeriesPart = {
  head: Label
  metric: MetricName
  of?: Of
  what?: 'count' | 'sum' | 'mean'
  unit?: Unit
}

/** Figures over time: one row for each day, week or month, empty ones too. */
export function seriesTable(
  context: ReportContext,
  named: Pick<ReportTable, 'name' | 'title' | 'about'>,
  parts: SeriesPart[],
): ReportTable {
  const { figures, chosen } = context
  const { period, grouping } = chosen
  const sums = parts.map(({ metric, of = { dimension: 'all', key: '' } }) => {
    const steps = new Map<string, Tally>()
    for (const { day, key, count, sum } of figures.listDays(metric, of.dimension, period)) {
      if (key !== of.key) continue
      const step = toStep(day, grouping)
      const known = steps.get(step) ?? { count: 0, sum: 0 }
      steps.set(step, { count: known.count + count, sum: known.sum + sum })
    }
    return steps
  })
  const rows = listSteps(period, grouping).map((step) => ({
    label: { days: step },
    cells: parts.map(({ metric, of, what = 'count', unit = 'count' }, index): Cell => {
      const tally = sums[index]?.get(toStep(step.from, grouping)) ?? { count: 0, sum: 0 }
      const to = rowsTo(metric, step, of && { [of.dimension]: of.key })
      return { value: readTally(tally, what), unit, ...(tally.count > 0 && { to }) }
    }),
  }))
  const heads: Label[] = [{ key: 'reports.when' }, ...parts.map((part) => part.head)]
  return { ...named, look: 'columns', heads, rows }
}

/** A metric split by a dimension, the biggest first, or in a given order. */
export function splitTable(
  { figures, chosen }: ReportContext,
  named: Pick<ReportTable, 'name' | 'title' | 'about'>,
  take: {
    metric: MetricName
    dimension: string
    toLabel: (key: string) => Label
    order?: readonly string[]
    heads: Label[]
    cells?: { what: 'sum' | 'mean'; unit: Unit }[]
    look?: ReportTable['look']
    limit?: number
  },
): ReportTable {
  const { metric, dimension, toLabel, order, cells = [], limit } = take
  const { period } = chosen
  const split = figures.split(metric, dimension, period)
  const keys = order
    ? order.filter((key) => split.has(key))
    : [...split].sort(([, a], [, b]) => b.count - a.count).map(([key]) => key)
  const rows = keys.slice(0, limit).map((key) => {
    const tally = split.get(key) ?? { count: 0, sum: 0 }
    const to = rowsTo(metric, period, { [dimension]: key })
    const more = cells.map(({ what, unit }): Cell => ({ value: readTally(tally, what), unit, to }))
    const count: Cell = { value: tally.count, unit: 'count', to }
    return { label: toLabel(key), cells: [count, ...more] }
  })
  return { ...named, look: take.look ?? 'bars', heads: take.heads, rows }
}

/** @returns null for the mean of nothing */
export function readTally({ count, sum }: Tally, what: 'count' | 'sum' | 'mean'): number | null {
  if (what === 'count') return count
  if (what === 'sum') return sum
  return count === 0 ? null : sum / count
}
