import { Archive, Hand, Inbox, SearchX, UserRoundCheck } from 'lucide-react'
import { inboxQuery } from '#app/domain/conversations/inbox-view.ts'
import { LinkButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { EmptyState } from '../states.tsx'
import type { InboxData } from './page-data.ts'

/** Why there is nothing to see, and the next step where there is one. */
export function ListEmpty({ data }: { data: InboxData }) {
  const { view, canConnect } = data
  const t = useT()
  if (view.search)
    return (
      <EmptyState
        compact
        icon={<SearchX />}
        title={t('common.noResults', { query: view.search })}
        action={
          <LinkButton to={`/conversations${inboxQuery({ ...view, search: '' })}`} size="small">
            {t('inbox.emptySearchAction')}
          </LinkButton>
        }
      >
        {t('common.noResultsHelp')}
      </EmptyState>
    )
  if (view.isClosed)
    return (
      <EmptyState compact icon={<Archive />} title={t('inbox.emptyClosedTitle')}>
        {t('inbox.emptyClosedLead')}
      </EmptyState>
    )
  if (view.needsPerson)
    return (
      <EmptyState compact icon={<Hand />} title={t('inbox.emptyNeedsTitle')}>
        {t('inbox.emptyNeedsLead')}
      </EmptyState>
    )
  if (view.tab !== 'all') {
    const isMine = view.tab === 'mine'
    return (
      <EmptyState
        compact
        icon={<UserRoundCheck />}
        title={t(isMine ? 'inbox.emptyMineTitle' : 'inbox.emptyUnassignedTitle')}
      >
        {t(isMine ? 'inbox.emptyMineLead' : 'inbox.emptyUnassignedLead')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      compact
      icon={<Inbox />}
      title={t('inbox.emptyAllTitle')}
      action={
        canConnect && (
          <LinkButton to="/channels" variant="primary" size="small">
            {t('inbox.emptyAllAction')}
          </LinkButton>
        )
      }
    >
      {t('inbox.emptyAllLead')}
    </EmptyState>
  )
}
