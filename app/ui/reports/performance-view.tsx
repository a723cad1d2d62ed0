import type { ChosenPeriod } from '#app/domain/analytics/period.ts'
import type { ReportContent } from '#app/domain/analytics/report.ts'
import { useT } from '../i18n-provider.tsx'
import { PeriodBar } from './period-bar.tsx'
import { ReportView } from './report-view.tsx'

/** What one person did in a period, as figures and step by step. */
export function PerformanceView(props: {
  content: ReportContent & {
    chosen: ChosenPeriod
    rank: { place: number; of: number } | undefined
  }
}) {
  const { content } = props
  const t = useT()
  return (
    <>
      <PeriodBar chosen={content.chosen} />
      {content.rank && <p className="text-soft">{t('dashboard.rank', content.rank)}</p>}
      <ReportView content={content} />
    </>
  )
}
