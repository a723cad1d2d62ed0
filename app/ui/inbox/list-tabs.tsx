import { Link } from '@remix-run/react'
import { inboxQuery } from '#app/domain/conversations/inbox-view.ts'
import { useT } from '../i18n-provider.tsx'
import { MoreViews } from './list-islands.ts'
import type { InboxData } from './page-data.ts'
import { TabCount, tabLook } from './tab-parts.tsx'

const shortWords = {
  all: 'inbox.tabAll',
  mine: 'inbox.tabMine',
  unassigned: 'inbox.tabUnassigned',
} as const

/** The views everybody has, the saved ones, and the way to save this one. */
export function ListTabs({ data, path }: { data: InboxData; path: string }) {
  const { view, counts, canSeeUnassigned } = data
  const t = useT()
  const isClosed = view.status === 'closed'
  const shown = (['all', 'mine', 'unassigned'] as const).filter(
    (tab) => tab !== 'unassigned' || canSeeUnassigned,
  )
  return (
    <nav aria-label={t('inbox.tabs')} className="flex min-w-0 items-end gap-0.5">
      {shown.map((tab) => (
        <Link
          key={tab}
          to={path + inboxQuery({ ...view, tab })}
          preventScrollReset
          aria-current={view.tab === tab ? 'true' : undefined}
          className={tabLook(view.tab === tab)}
        >
          {t(shortWords[tab])}
          {tab !== 'all' && !isClosed && <TabCount count={counts[tab]} />}
        </Link>
      ))}
      <MoreViews data={data} path={path} />
    </nav>
  )
}
