import type { ChosenPeriod } from '#app/domain/analytics/period.ts'
import type { ReportContent } from '#app/domain/analytics/report.ts'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { ExportMenu } from './export-menu.tsx'
import type { ReportPart } from './parts.ts'
import { PeriodBar } from './period-bar.tsx'
import { ReportView } from './report-view.tsx'
import { ReportsPage } from './reports-page.tsx'

/** A whole report's page: frame, dates, figures, exports. */
export function ReportScreen(props: {
  name: ReportPart
  mayExport: boolean
  report: ReportContent & { chosen: ChosenPeriod; pendingDays: number }
}) {
  const { name, mayExport, report } = props
  const t = useT()
  return (
    <ReportsPage at={name} actions={mayExport && <ExportMenu report={name} />}>
      <PeriodBar chosen={report.chosen} />
      {report.pendingDays > 0 && (
        <Notice>{t('reports.pending', { count: report.pendingDays })}</Notice>
      )}
      <ReportView content={report} />
    </ReportsPage>
  )
}
