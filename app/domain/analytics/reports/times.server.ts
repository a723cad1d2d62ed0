import type { MessageKey } from '#app/i18n/translate.ts'
import type { MetricName } from '../metrics.ts'
import type { Figure, ReportContent, ReportTable } from '../report.ts'
import { figureOf, seriesTable, splitTable } from './context.server.ts'
import type { ReportContext } from './context.server.ts'
import { orderOf, wordOf } from './labels.server.ts'

const measured = [
  { metric: 'first_reply', label: 'reports.firstReply', about: 'reports.firstReplyAbout' },
  { metric: 'human_reply', label: 'reports.humanReply', about: 'reports.humanReplyAbout' },
  { metric: 'closed', label: 'reports.resolution', about: 'reports.resolutionAbout' },
] as const satisfies { metric: MetricName; label: MessageKey; about: MessageKey }[]

/** How long customers wait, in business hours and out of them. */
export function timesReport(context: ReportContext): ReportContent {
  return {
    figures: measured.flatMap((one) => timeFigures(context, one)),
    tables: [
      seriesTable(
        context,
        { name: 'times', title: 'reports.timesOverTime', about: 'reports.firstReplyAbout' },
        measured.map(({ metric, label }) => ({
          ...{ metric, head: { key: label }, what: 'mean' as const, unit: 'duration' as const },
        })),
      ),
      ...measured.flatMap((one) => [speedTable(context, one), hoursTable(context, one)]),
    ],
  }
}

type Measured = (typeof measured)[number]

function timeFigures(context: ReportContext, { metric, label, about }: Measured): Figure[] {
  const take = { metric, what: 'mean' as const, unit: 'duration' as const }
  const mean = { name: metric, label, about, good: 'down' as const }
  return [figureOf(context, mean, take)]
}

function speedTable(context: ReportContext, { metric, label, about }: Measured): ReportTable {
  return splitTable(
    context,
    { name: `${metric}_speed`, title: label, about },
    {
      ...{ metric, dimension: 'speed', order: orderOf('speed') },
      toLabel: (key) => wordOf('speed', key),
      heads: [{ key: 'reports.speed' }, { key: 'reports.conversations' }],
    },
  )
}

function hoursTable(context: ReportContext, { metric, label, about }: Measured): ReportTable {
  return splitTable(
    context,
    { name: `${metric}_hours`, title: label, about },
    {
      ...{ metric, dimension: 'hours', order: orderOf('hours'), look: 'table' },
      toLabel: (key) => wordOf('hours', key),
      heads: [{ key: 'reports.asked' }, { key: 'reports.conversations' }, { key: 'reports.mean' }],
      cells: [{ what: 'mean', unit: 'duration' }],
    },
  )
}
