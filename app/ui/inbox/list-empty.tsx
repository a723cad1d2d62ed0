import {
  Archive,
  AtSign,
  CheckCheck,
  Clock,
  Hand,
  Hourglass,
  Inbox,
  SearchX,
  SlidersHorizontal,
  UserRoundCheck,
} from 'lucide-react'
import { filtersOf, inboxQuery } from '#app/domain/conversations/inbox-view.ts'
import type { InboxTab } from '#app/domain/conversations/inbox-words.ts'
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
  if (view.status === 'closed' && Object.keys(filtersOf(view)).length === 1)
    return (
      <EmptyState compact icon={<Archive />} title={t('inbox.emptyClosedTitle')}>
        {t('inbox.emptyClosedLead')}
      </EmptyState>
    )
  if (view.needsPerson && Object.keys(filtersOf(view)).length === 1)
    return (
      <EmptyState compact icon={<Hand />} title={t('inbox.emptyNeedsTitle')}>
        {t('inbox.emptyNeedsLead')}
      </EmptyState>
    )
  if (Object.keys(filtersOf(view)).length > 0)
    return (
      <EmptyState
        compact
        icon={<SlidersHorizontal />}
        title={t('views.empty.filtered')}
        action={
          <LinkButton to={`/conversations${inboxQuery({ tab: view.tab })}`} size="small">
            {t('views.filterClear')}
          </LinkButton>
        }
      >
        {t('views.empty.filteredLead')}
      </EmptyState>
    )
  if (isFurther(view.tab)) {
    const Icon = icons[view.tab]
    return (
      <EmptyState compact icon={<Icon />} title={t(`views.empty.${view.tab}`)}>
        {t(`views.empty.${view.tab}Lead`)}
      </EmptyState>
    )
  }
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

const icons = { unread: CheckCheck, mentions: AtSign, waiting: Hourglass, snoozed: Clock }

function isFurther(tab: InboxTab): tab is keyof typeof icons {
  return tab in icons
}
