import type { Figure, ReportContent, ReportTable } from '../report.ts'
import { figureOf, seriesTable, shareOf, splitTable } from './context.server.ts'
import type { ReportContext } from './context.server.ts'
import { orderOf, wordOf } from './labels.server.ts'

/** How business goes: talks, leads, sales, over time. */
export function overviewReport(context: ReportContext): ReportContent {
  return {
    figures: [...businessFigures(context), ...talkFigures(context)],
    tables: [revenueTable(context), talkTable(context), outcomeTable(context)],
  }
}

export function businessFigures(context: ReportContext): Figure[] {
  return [
    figureOf(
      context,
      { name: 'leads', label: 'reports.leads', about: 'reports.leadsAbout', good: 'up' },
      { metric: 'leads' },
    ),
    shareOf(
      context,
      {
        name: 'conversion',
        label: 'reports.conversion',
        about: 'reports.conversionAbout',
        good: 'up',
      },
      { metric: 'leads', of: { dimension: 'state', key: 'won' } },
    ),
    figureOf(
      context,
      { name: 'sales', label: 'reports.sales', about: 'reports.salesAbout', good: 'up' },
      { metric: 'sales' },
    ),
    figureOf(
      context,
      { name: 'revenue', label: 'reports.revenue', about: 'reports.revenueAbout', good: 'up' },
      { metric: 'sales', what: 'sum', unit: 'money' },
    ),
  ]
}

function talkFigures(context: ReportContext): Figure[] {
  return [
    figureOf(
      context,
      {
        ...{ name: 'conversations', label: 'reports.conversations' },
        about: 'reports.conversationsAbout',
      },
      { metric: 'conversations' },
    ),
    figureOf(
      context,
      { name: 'messages_in', label: 'reports.messagesIn', about: 'reports.messagesInAbout' },
      { metric: 'messages_in' },
    ),
    figureOf(
      context,
      { name: 'messages_out', label: 'reports.messagesOut', about: 'reports.messagesOutAbout' },
      { metric: 'messages_out' },
    ),
    figureOf(
      context,
      { name: 'rating', label: 'reports.rating', about: 'reports.ratingAbout', good: 'up' },
      { metric: 'ratings', what: 'mean', unit: 'rating' },
    ),
  ]
}

export function revenueTable(context: ReportContext): ReportTable {
  return seriesTable(
    context,
    { name: 'revenue', title: 'reports.revenueOverTime', about: 'reports.revenueAbout' },
    [
      { head: { key: 'reports.revenue' }, metric: 'sales', what: 'sum', unit: 'money' },
      { head: { key: 'reports.sales' }, metric: 'sales' },
    ],
  )
}

function talkTable(context: ReportContext): ReportTable {
  return seriesTable(
    context,
    {
      ...{ name: 'conversations', title: 'reports.conversationsOverTime' },
      about: 'reports.conversationsAbout',
    },
    [
      { head: { key: 'reports.conversations' }, metric: 'conversations' },
      { head: { key: 'reports.messagesIn' }, metric: 'messages_in' },
      { head: { key: 'reports.messagesOut' }, metric: 'messages_out' },
      { head: { key: 'reports.leads' }, metric: 'leads' },
    ],
  )
}

function outcomeTable(context: ReportContext): ReportTable {
  return splitTable(
    context,
    { name: 'outcomes', title: 'reports.outcomes', about: 'reports.closedAbout' },
    {
      ...{ metric: 'closed', dimension: 'outcome', order: orderOf('outcome') },
      toLabel: (key) => wordOf('outcome', key),
      heads: [{ key: 'reports.outcomes' }, { key: 'reports.closed' }],
    },
  )
}
