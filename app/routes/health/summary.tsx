import type { RequestFigures, StateFigures } from '#app/platform/health/read.server.ts'
import { Figure } from '#app/routes/admin/figure.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { BarSparkline } from '#app/ui/bar-sparkline.tsx'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { Time } from '#app/ui/time.tsx'
import { useDuration } from './duration.ts'

/** The installation itself, on the owner's overview. */
export function HealthSummary(props: {
  day: RequestFigures
  week: ({ at: number } & RequestFigures)[]
  state: StateFigures | undefined
  alerts: number
}) {
  const { day, week, state, alerts } = props
  const t = useT()
  const format = useFormat()
  const duration = useDuration()
  const share = day.requests === 0 ? 0 : day.errors / day.requests
  return (
    <Card
      title={t('health.summary')}
      description={
        state ? (
          <>
            {t('health.measured')} <Time at={state.at} />
          </>
        ) : (
          t('health.notYet')
        )
      }
      actions={
        <LinkButton to="/admin/health" size="small">
          {t('health.openHealth')}
        </LinkButton>
      }
    >
      <div className="grid gap-4 lg:grid-cols-2">
        <div className="grid grid-cols-2 content-start gap-3">
          <Figure
            label={t('alerts.open')}
            value={format.number(alerts)}
            to="/admin/alerts"
            tone={alerts > 0 ? 'bad' : undefined}
          />
          <Figure
            label={t('health.p95')}
            value={duration(day.p95)}
            to="/admin/health/requests?order=slow"
            hint={t('health.range_day')}
          />
          <Figure
            label={t('health.errorRate')}
            value={format.percent(share)}
            to="/admin/health/requests?order=errors"
            hint={t('health.range_day')}
          />
          <Figure
            label={t('health.waiting')}
            value={format.number(state?.jobsWaiting ?? 0)}
            to="/admin/health/jobs"
          />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Trend
            title={t('health.requests')}
            days={week.map((one) => ({
              at: one.at,
              value: one.requests,
              text: format.number(one.requests),
            }))}
          />
          <Trend
            title={t('health.p95')}
            days={week.map(({ at, p95 }) => ({ at, value: p95 ?? 0, text: duration(p95) }))}
          />
        </div>
      </div>
    </Card>
  )
}

function Trend(props: { title: string; days: { at: number; value: number; text: string }[] }) {
  const { title, days } = props
  const t = useT()
  const format = useFormat()
  return (
    <div>
      <h3 className="text-small font-medium">
        {title} · {t('health.range_week')}
      </h3>
      <BarSparkline
        title={title}
        bars={days.map(({ at, ...bar }) => ({ ...bar, label: format.day(at) }))}
      />
    </div>
  )
}
