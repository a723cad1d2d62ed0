import type { ReportContent } from '../report.ts'
import { splitTable } from './context.server.ts'
import type { ReportContext } from './context.server.ts'
import { orderOf, wordOf } from './labels.server.ts'

/** What customers write about and how they sound. */
export function topicsReport(context: ReportContext): ReportContent {
  return {
    figures: [],
    tables: [
      splitTable(
        context,
        { name: 'inquiries', title: 'reports.inquiries', about: 'reports.inquiriesAbout' },
        {
          ...{ metric: 'conversations', dimension: 'inquiry' },
          toLabel: (key) => wordOf('inquiry', key),
          heads: [{ key: 'reports.inquiries' }, { key: 'reports.conversations' }],
        },
      ),
      splitTable(
        context,
        { name: 'sentiments', title: 'reports.sentiments', about: 'reports.sentimentsAbout' },
        {
          ...{ metric: 'conversations', dimension: 'sentiment' },
          ...{ order: [...orderOf('sentiment'), ''] },
          toLabel: (key) => wordOf('sentiment', key),
          heads: [{ key: 'reports.sentiments' }, { key: 'reports.conversations' }],
        },
      ),
    ],
  }
}
