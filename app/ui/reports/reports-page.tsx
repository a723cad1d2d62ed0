import type { ReactNode } from 'react'
import { useSearchParams } from '@remix-run/react'
import { useT } from '../i18n-provider.tsx'
import { Page, PageHeader } from '../page.tsx'
import { Tabs } from '../tabs.tsx'
import { reportParts } from './parts.ts'
import type { ReportPart } from './parts.ts'

/** What a tab hands on to the next: the chosen dates. */
const KEPT = ['range', 'from', 'to'] as const

/** The frame of every report: title, the reports as tabs (the chosen dates stay), the report. */
export function ReportsPage(props: { at: ReportPart; actions?: ReactNode; children: ReactNode }) {
  const { at, actions, children } = props
  const t = useT()
  const [params] = useSearchParams()
  const kept = new URLSearchParams(KEPT.flatMap((name) => pair(name, params.get(name)))).toString()
  const tabs = reportParts.map(({ name, to, label }) => ({
    ...{ to: kept ? `${to}?${kept}` : to, label: t(label), active: name === at },
  }))
  return (
    <Page width="wide">
      <PageHeader title={t('reports.title')} description={t('reports.lead')} actions={actions} />
      <Tabs label={t('reports.tabs')} tabs={tabs} />
      {children}
    </Page>
  )
}

function pair(name: string, value: string | null): [string, string][] {
  return value ? [[name, value]] : []
}
