import type { ReactNode } from 'react'
import { useT } from '../i18n-provider.tsx'
import { Page, PageHeader } from '../page.tsx'
import { ReportsPage } from './reports-page.tsx'

/** A report that agents open too: for them alone, without those they may not read. */
export function CareReport(props: {
  at: 'satisfaction' | 'sla'
  hasFrame: boolean
  children: ReactNode
}) {
  const { at, hasFrame, children } = props
  const t = useT()
  if (hasFrame) return <ReportsPage at={at}>{children}</ReportsPage>
  return (
    <Page width="wide">
      <PageHeader title={t(at === 'sla' ? 'sla.report' : 'csat.report')} />
      {children}
    </Page>
  )
}
