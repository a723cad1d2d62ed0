import type { ReactNode } from 'react'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

const notes = ['acknowledged', 'resolved', 'saved', 'removed'] as const
export type AlertNote = (typeof notes)[number]

/** The note of an address, if it is one. */
export function toAlertNote(text: string | null): AlertNote | undefined {
  return notes.find((note) => note === text)
}

/** What stands around every page about alerts. */
export function AlertsPage(props: {
  at: 'open' | 'resolved' | 'rules'
  description: string
  note: AlertNote | undefined
  actions?: ReactNode
  children: ReactNode
}) {
  const { at, description, note, actions, children } = props
  const t = useT()
  const tabs = [
    { name: 'open', to: '/admin/alerts', label: t('alerts.open') },
    { name: 'resolved', to: '/admin/alerts?state=resolved', label: t('alerts.resolved') },
    { name: 'rules', to: '/admin/alerts/rules', label: t('alerts.rules') },
  ]
  return (
    <Page width="wide">
      <PageHeader
        title={t(at === 'rules' ? 'alerts.rules' : 'alerts.title')}
        {...{ description, actions }}
        back={{ to: '/admin/health', label: t('health.title') }}
      />
      <Tabs
        label={t('alerts.title')}
        tabs={tabs.map(({ name, ...tab }) => ({ ...tab, active: name === at }))}
      />
      {note && (
        <div role="status">
          <Notice tone="good">{t(`alerts.note_${note}`)}</Notice>
        </div>
      )}
      {children}
    </Page>
  )
}
