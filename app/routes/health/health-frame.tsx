import { useLocation } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { HealthRange } from '#app/platform/health/ranges.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { LinkButton } from '#app/ui/button.tsx'

const parts = [
  ['/admin/health', 'health.overview'],
  ['/admin/health/requests', 'health.requests'],
  ['/admin/health/jobs', 'health.jobs'],
  ['/admin/health/queries', 'health.queries'],
  ['/admin/health/api', 'health.api'],
  ['/admin/log', 'log.short'],
  ['/admin/alerts', 'alerts.title'],
  ['/admin/isolation', 'isolation.short'],
] as const

/** What stands around every page about the installation's health. */
export function HealthPage(props: {
  title: ReactNode
  description: ReactNode
  actions?: ReactNode
  children: ReactNode
}) {
  const { title, description, actions, children } = props
  const { pathname } = useLocation()
  const t = useT()
  return (
    <Page width="wide">
      <PageHeader {...{ title, description, actions }} />
      <Tabs
        label={t('health.title')}
        tabs={parts.map(([to, label]) => ({ to, label: t(label), active: pathname === to }))}
      />
      {children}
    </Page>
  )
}

const rangeNames = ['hour', 'day', 'week'] as const

/** The stretch of time that figures are about. */
export function RangeChoice({ range, keep = '' }: { range: HealthRange; keep?: string }) {
  const t = useT()
  const { pathname } = useLocation()
  return (
    <nav aria-label={t('health.range')} className="flex flex-wrap gap-2">
      {rangeNames.map((name) => (
        <LinkButton
          key={name}
          to={`${pathname}?range=${name}${keep}`}
          size="small"
          variant={name === range ? 'primary' : 'secondary'}
          aria-current={name === range ? 'true' : undefined}
        >
          {t(`health.range_${name}`)}
        </LinkButton>
      ))}
    </nav>
  )
}
