import type { ReactNode } from 'react'
import { useT } from '../i18n-provider.tsx'
import { Page } from '../page.tsx'
import { Tabs } from '../tabs.tsx'

const areas = [
  { to: '/sales', label: 'prospects.salesOverview', at: 'overview' },
  { to: '/sales/prospects', label: 'prospects.title', at: 'prospects' },
  { to: '/sales/onboarding', label: 'onboarding.sessions', at: 'onboarding' },
  { to: '/sales/clients', label: 'prospects.clients', at: 'clients' },
  { to: '/sales/commissions', label: 'prospects.commissions', at: 'commissions' },
  { to: '/sales/team', label: 'prospects.team', at: 'team' },
] as const

export type SalesArea = (typeof areas)[number]['at']

/**
 * Around every page of sales. A rep has these areas in the main navigation; for managers, whose
 * navigation holds much else, they stand above the page.
 */
export function SalesFrame(props: {
  at: SalesArea
  isManager: boolean
  width?: 'medium' | 'wide' | 'full'
  children: ReactNode
}) {
  const { at, isManager, width = 'wide', children } = props
  const t = useT()
  return (
    <Page width={width}>
      {isManager && (
        <Tabs
          label={t('prospects.salesAreas')}
          tabs={areas.map((area) => ({
            ...{ to: area.to, label: t(area.label), active: area.at === at },
          }))}
        />
      )}
      {children}
    </Page>
  )
}
