import { getCompany } from '#app/domain/company/queries.server.ts'
import { sqliteOf } from '#app/tenancy/tenant-db.server.ts'
import type { TenantDb } from '#app/tenancy/tenant-db.server.ts'
import { openFigures } from './figures.server.ts'
import { readPeriod } from './period.ts'
import type { ChosenPeriod } from './period.ts'
import type { ReportContent } from './report.ts'
import { assistantReport } from './reports/assistant.server.ts'
import { channelsReport } from './reports/channels.server.ts'
import type { ReportContext } from './reports/context.server.ts'
import { funnelReport } from './reports/funnel.server.ts'
import { hoursReport } from './reports/hours.server.ts'
import { overviewReport } from './reports/overview.server.ts'
import { productsReport } from './reports/products.server.ts'
import { teamReport } from './reports/team.server.ts'
import { timesReport } from './reports/times.server.ts'
import { topicsReport } from './reports/topics.server.ts'

const reports = {
  overview: overviewReport,
  hours: hoursReport,
  funnel: funnelReport,
  times: timesReport,
  team: teamReport,
  channels: channelsReport,
  products: productsReport,
  assistant: assistantReport,
  topics: topicsReport,
} satisfies Record<string, (context: ReportContext) => ReportContent>

export type ReportName = keyof typeof reports

export function toReportName(text: string): ReportName | undefined {
  return Object.hasOwn(reports, text) ? (text as ReportName) : undefined
}

export type ReadReport = ReportContent & { chosen: ChosenPeriod; pendingDays: number }

/** A report of the dates an address names; the same for the page and for its exports. */
export function readReport(
  db: TenantDb,
  name: ReportName,
  params: URLSearchParams,
  now = Date.now(),
): ReadReport {
  return withFigures(db, params, now, reports[name])
}

/** Figures of one moment: whatever is written meanwhile is in none of them. */
export function withFigures<T extends object>(
  db: TenantDb,
  params: URLSearchParams,
  now: number,
  build: (context: ReportContext) => T,
): T & { chosen: ChosenPeriod; pendingDays: number } {
  const chosen = readPeriod(params, { timeZone: getCompany(db).timeZone, now })
  return sqliteOf(db).transaction(() => {
    const span = { from: chosen.previous.from, to: chosen.period.to }
    const figures = openFigures(db, span)
    const content = build({ db, figures, chosen })
    return { ...content, chosen, pendingDays: figures.pendingDays }
  })()
}
