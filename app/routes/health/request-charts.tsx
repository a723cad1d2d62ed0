import type { RequestFigures } from '#app/platform/health/read.server.ts'
import type { HealthRange } from '#app/platform/health/ranges.ts'
import { BarSparkline } from '#app/ui/bar-sparkline.tsx'
import { Card } from '#app/ui/card.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { useDuration } from './duration.ts'

type Series = ({ at: number } & RequestFigures)[]

/** Requests, the slowest twentieth of the answers, and the share that failed, step by step. */
export function RequestCharts({ series, range }: { series: Series; range: HealthRange }) {
  const t = useT()
  const format = useFormat()
  const duration = useDuration()
  const label = (at: number) => (range === 'week' ? format.dateTime(at) : format.clock(at))
  const share = ({ requests, errors }: RequestFigures) => (requests === 0 ? 0 : errors / requests)
  const charts = [
    {
      title: t('health.requests'),
      bars: series.map((step) => ({ value: step.requests, text: format.number(step.requests) })),
    },
    {
      title: t('health.p95'),
      bars: series.map(({ p95 }) => ({ value: p95 ?? 0, text: duration(p95) })),
    },
    {
      title: t('health.errorRate'),
      bars: series.map((step) => ({ value: share(step), text: format.percent(share(step)) })),
    },
  ]
  return (
    <div className="grid gap-4 lg:grid-cols-3">
      {charts.map(({ title, bars }) => (
        <Card key={title} title={title}>
          <BarSparkline
            look="chart"
            title={title}
            bars={bars.map((bar, index) => ({ ...bar, label: label(series[index]?.at ?? 0) }))}
          />
        </Card>
      ))}
    </div>
  )
}
