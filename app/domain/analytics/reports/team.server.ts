import type { MetricName } from '../metrics.ts'
import { rowsTo } from '../report.ts'
import type { Cell, ReportContent, Unit } from '../report.ts'
import { readTally } from './context.server.ts'
import type { ReportContext } from './context.server.ts'
import { readMemberNames } from './labels.server.ts'

export const memberColumns = [
  { head: 'reports.messagesOut', metric: 'messages_out', what: 'count', unit: 'count' },
  { head: 'reports.firstReplies', metric: 'first_reply', what: 'count', unit: 'count' },
  { head: 'reports.humanReply', metric: 'human_reply', what: 'mean', unit: 'duration' },
  { head: 'reports.closed', metric: 'closed', what: 'count', unit: 'count' },
  { head: 'reports.resolution', metric: 'closed', what: 'mean', unit: 'duration' },
  { head: 'reports.sales', metric: 'sales', what: 'count', unit: 'count' },
  { head: 'reports.revenue', metric: 'sales', what: 'sum', unit: 'money' },
  { head: 'reports.rating', metric: 'ratings', what: 'mean', unit: 'rating' },
] as const satisfies {
  head: string
  metric: MetricName
  what: 'count' | 'sum' | 'mean'
  unit: Unit
}[]

/** What each person did: credit stays with who replied, closed and sold, whoever has it now. */
export function teamReport({ db, figures, chosen }: ReportContext): ReportContent {
  const { period } = chosen
  const toLabel = readMemberNames(db)
  const splits = memberColumns.map(({ metric }) => figures.split(metric, 'member', period))
  const ids = [...new Set(splits.flatMap((split) => [...split.keys()]))].filter((id) => id !== '')
  const rows = ids.map((id) => ({
    label: toLabel(id),
    cells: memberColumns.map(({ metric, what, unit }, index): Cell => {
      const tally = splits[index]?.get(id) ?? { count: 0, sum: 0 }
      const to = rowsTo(metric, period, { member: id })
      return { value: readTally(tally, what), unit, ...(tally.count > 0 && { to }) }
    }),
  }))
  rows.sort((a, b) => (b.cells[0]?.value ?? 0) - (a.cells[0]?.value ?? 0))
  return {
    figures: [],
    tables: [
      {
        ...{ name: 'team', title: 'reports.team', about: 'reports.teamAbout', look: 'table' },
        heads: [{ key: 'reports.member' }, ...memberColumns.map(({ head }) => ({ key: head }))],
        rows,
      },
    ],
  }
}
