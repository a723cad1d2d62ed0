import type { ReactNode } from 'react'
import { Plus } from 'lucide-react'
import { LinkButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Page, PageHeader } from '../page.tsx'
import { Tabs } from '../tabs.tsx'

/** Title and ways to look, around board, list and forecast. */
export function LeadsFrame(props: {
  at: 'board' | 'list' | 'forecast'
  mayWrite: boolean
  children: ReactNode
}) {
  const t = useT()
  const { at, mayWrite, children } = props
  return (
    <Page width={at === 'board' ? 'full' : 'wide'}>
      <PageHeader
        title={t('leads.title')}
        description={t('leads.lead')}
        actions={
          mayWrite && (
            <LinkButton
              to="/leads/new"
              variant="primary"
              icon={<Plus className="size-4" aria-hidden />}
            >
              {t('leads.new')}
            </LinkButton>
          )
        }
      />
      <Tabs
        label={t('leads.views')}
        tabs={[
          { to: '/leads', label: t('leads.board'), active: at === 'board' },
          { to: '/leads/list', label: t('leads.list'), active: at === 'list' },
          { to: '/leads/forecast', label: t('leads.forecast'), active: at === 'forecast' },
        ]}
      />
      {children}
    </Page>
  )
}
