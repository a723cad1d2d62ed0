import type { MetricName } from '../metrics.ts'
import { rowsTo } from '../report.ts'
import type { Cell, ReportContent, Unit } from '../report.ts'
import { readTally } from './context.server.ts'
import type { ReportContext } from './context.server.ts'
import { orderOf, wordOf } from './labels.server.ts'

const columns = [
  { head: 'reports.conversations', metric: 'conversations', what: 'count', unit: 'count' },
  { head: 'reports.messagesIn', metric: 'messages_in', what: 'count', unit: 'count' },
  { head: 'reports.messagesOut', metric: 'messages_out', what: 'count', unit: 'count' },
  { head: 'reports.firstReply', metric: 'first_reply', what: 'mean', unit: 'duration' },
  { head: 'reports.closed', metric: 'closed', what: 'count', unit: 'count' },
  { head: 'reports.sales', metric: 'sales', what: 'count', unit: 'count' },
  { head: 'reports.revenue', metric: 'sales', what: 'sum', unit: 'money' },
  { head: 'reports.rating', metric: 'ratings', what: 'mean', unit: 'rating' },
] as const satisfies {
  head: string
  metric: MetricName
  what: 'count' | 'sum' | 'mean'
  unit: Unit
}[]

export function channelsReport({ figures, chosen }: ReportContext): ReportContent {
  const { period } = chosen
  const splits = columns.map(({ metric }) => figures.split(metric, 'channel', period))
  const known = new Set(splits.flatMap((split) => [...split.keys()]))
  const rows = [...new Set([...orderOf('channel'), ...known])]
    .filter((channel) => known.has(channel))
    .map((channel) => ({
      label: wordOf('channel', channel),
      cells: columns.map(({ metric, what, unit }, index): Cell => {
        const tally = splits[index]?.get(channel) ?? { count: 0, sum: 0 }
        const to = rowsTo(metric, period, { channel })
        return { value: readTally(tally, what), unit, ...(tally.count > 0 && { to }) }
      }),
    }))
  return {
    figures: [],
    tables: [
      {
        ...{ name: 'channels', title: 'reports.channels', about: 'reports.channelsAbout' },
        look: 'table',
        heads: [{ key: 'reports.channel' }, ...columns.map(({ head }) => ({ key: head }))],
        rows,
      },
    ],
  }
}
