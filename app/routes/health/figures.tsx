import type { RequestFigures } from '#app/platform/health/read.server.ts'
import type { HealthRange } from '#app/platform/health/ranges.ts'
import { Figure } from '#app/routes/admin/figure.tsx'
import { useFormat, useT } from '#app/ui/i18n-provider.tsx'
import { useDuration } from './duration.ts'

const MICROS = 1_000_000
/** From here on the share of failed answers is shown as bad. */
const ERROR_SHARE_BAD = 0.01

/** The range in figures; each opens its rows. */
export function HealthFigures(props: {
  range: HealthRange
  total: RequestFigures
  waiting: number
  failed: number
  slow: number
  alerts: number
  /** millionths of a US dollar */
  cost: number
}) {
  const { range, total, waiting, failed, slow, alerts, cost } = props
  const t = useT()
  const format = useFormat()
  const duration = useDuration()
  const share = total.requests === 0 ? 0 : total.errors / total.requests
  const rows = (order: string) => `/admin/health/requests?range=${range}&order=${order}`
  const figures = [
    { label: t('health.requests'), value: format.number(total.requests), to: rows('requests') },
    {
      ...{ label: t('health.latency'), value: duration(total.p50), to: rows('slow') },
      hint: t('health.percentiles', { p95: duration(total.p95), p99: duration(total.p99) }),
    },
    {
      ...{ label: t('health.errorRate'), value: format.percent(share), to: rows('errors') },
      hint: t('health.errorCount', { count: total.errors }),
      isBad: share >= ERROR_SHARE_BAD,
    },
    { label: t('health.waiting'), value: format.number(waiting), to: '/admin/health/jobs' },
    {
      ...{ label: t('health.failedJobs'), value: format.number(failed), to: '/admin/health/jobs' },
      isBad: failed > 0,
    },
    { label: t('health.slow'), value: format.number(slow), to: '/admin/health/queries' },
    {
      ...{ label: t('alerts.open'), value: format.number(alerts), to: '/admin/alerts' },
      isBad: alerts > 0,
    },
    {
      label: t('health.cost'),
      value: format.money(Math.round((cost / MICROS) * 100), 'USD'),
      to: '#models',
    },
  ]
  return (
    <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      {figures.map((figure) => (
        <Figure
          key={figure.label}
          label={figure.label}
          value={figure.value}
          to={figure.to}
          hint={'hint' in figure ? figure.hint : undefined}
          tone={'isBad' in figure && figure.isBad ? 'bad' : undefined}
        />
      ))}
    </div>
  )
}
