import type { MessageKey } from '#app/i18n/translate.ts'

/** The reports in their order. A new page adds its line here and stands in `ReportsPage`. */
export const reportParts = [
  { name: 'overview', to: '/reports', label: 'reports.overview' },
  { name: 'hours', to: '/reports/hours', label: 'reports.hours' },
  { name: 'funnel', to: '/reports/funnel', label: 'reports.funnel' },
  { name: 'times', to: '/reports/times', label: 'reports.times' },
  { name: 'team', to: '/reports/team', label: 'reports.team' },
  { name: 'channels', to: '/reports/channels', label: 'reports.channels' },
  { name: 'products', to: '/reports/products', label: 'reports.products' },
  { name: 'assistant', to: '/reports/assistant', label: 'reports.assistant' },
  { name: 'satisfaction', to: '/reports/satisfaction', label: 'csat.report' },
  { name: 'sla', to: '/reports/sla', label: 'sla.report' },
  { name: 'topics', to: '/reports/topics', label: 'reports.topics' },
] as const satisfies { name: string; to: string; label: MessageKey }[]

export type ReportPart = (typeof reportParts)[number]['name']
