import type { ComponentProps } from 'react'
import type { ChosenPeriod } from '#app/domain/analytics/period.ts'
import type { Figure, ReportContent } from '#app/domain/analytics/report.ts'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { PeriodBar } from '../reports/period-bar.tsx'
import { Definitions, FigureGrid, TableCards } from '../reports/report-view.tsx'
import { AttentionList } from './attention-list.tsx'
import { NowFigures } from './now-figures.tsx'
import { WorkloadCard } from './workload-card.tsx'

/** The company at a glance: what waits, today, and how business goes. */
export function CompanyDashboard(props: {
  today: { figures: Figure[] }
  trend: ReportContent & { chosen: ChosenPeriod; pendingDays: number }
  waiting: { needsPerson: number; queued: number }
  colors: Record<'green' | 'yellow' | 'red', number>
  workload: { memberId: number; name: string; open: number }[]
  attention: ComponentProps<typeof AttentionList>['attention']
}) {
  const { today, trend, waiting, colors, workload, attention } = props
  const t = useT()
  const { figures, tables } = trend
  return (
    <>
      <NowFigures waiting={waiting} colors={colors} hasQueue />
      <Heading>{t('dashboard.todayFigures')}</Heading>
      <FigureGrid figures={today.figures} />
      <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
        <AttentionList attention={attention} waiting={waiting.needsPerson} />
        <WorkloadCard rows={workload} />
      </div>
      <Heading>{t('dashboard.business')}</Heading>
      <PeriodBar chosen={trend.chosen} />
      {trend.pendingDays > 0 && (
        <Notice>{t('reports.pending', { count: trend.pendingDays })}</Notice>
      )}
      <FigureGrid figures={figures} />
      <TableCards tables={tables} />
      <Definitions content={{ figures: [...today.figures, ...figures], tables }} />
    </>
  )
}

function Heading({ children }: { children: string }) {
  return <h2 className="-mb-2 font-semibold">{children}</h2>
}
