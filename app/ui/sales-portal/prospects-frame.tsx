import type { ReactNode } from 'react'
import { FileUp, Plus } from 'lucide-react'
import { LinkButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { PageHeader } from '../page.tsx'
import { Tabs } from '../tabs.tsx'
import { SalesFrame } from './sales-frame.tsx'

/** Title and ways to look, around board and list. */
export function ProspectsFrame(props: {
  at: 'board' | 'list'
  isManager: boolean
  children: ReactNode
}) {
  const t = useT()
  const { at, isManager, children } = props
  return (
    <SalesFrame at="prospects" isManager={isManager} width={at === 'board' ? 'full' : 'wide'}>
      <PageHeader
        title={t('prospects.title')}
        description={t('prospects.lead')}
        actions={
          <>
            <LinkButton
              to="/sales/prospects/import"
              icon={<FileUp className="size-4" aria-hidden />}
            >
              {t('prospects.import')}
            </LinkButton>
            <LinkButton
              to="/sales/prospects/new"
              variant="primary"
              icon={<Plus className="size-4" aria-hidden />}
            >
              {t('prospects.new')}
            </LinkButton>
          </>
        }
      />
      <Tabs
        label={t('prospects.views')}
        tabs={[
          { to: '/sales/prospects', label: t('prospects.board'), active: at === 'board' },
          { to: '/sales/prospects/list', label: t('prospects.list'), active: at === 'list' },
        ]}
      />
      {children}
    </SalesFrame>
  )
}
