import { Link, useSearchParams } from '@remix-run/react'
import { Hand, Archive, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { inboxQuery, inboxTabs } from '#app/domain/conversations/inbox-view.ts'
import type { InboxView } from '#app/domain/conversations/inbox-view.ts'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'
import { SearchField } from '../search-field.tsx'
import type { InboxData } from './page-data.ts'

const tabWords = {
  all: 'inbox.tabAll',
  mine: 'inbox.tabMine',
  unassigned: 'inbox.tabUnassigned',
} as const

/** What the list shows and how to narrow it: search, whose, what needs a person, what is closed. */
export function ListHeader({ data, path }: { data: InboxData; path: string }) {
  const { view } = data
  const t = useT()
  const box = useRef<HTMLDivElement>(null)
  const typed = useSearchParams()[0].get('q') ?? ''
  useEffect(() => {
    // A search that is taken back must empty the field too, though the page stays.
    const field = box.current?.querySelector<HTMLInputElement>('input[type=search]')
    if (field && field !== document.activeElement) field.value = typed
  }, [typed])
  return (
    <div ref={box} className="flex flex-col gap-2 border-b px-3 pt-3">
      <SearchField
        label={t('inbox.search')}
        defaultValue={view.search}
        action={path}
        keep={{
          tab: view.tab === 'all' ? undefined : view.tab,
          status: view.isClosed ? 'closed' : undefined,
          needs: view.needsPerson ? 'person' : undefined,
        }}
        shortcut="/"
      />
      {view.search ? <SearchLine path={path} view={view} /> : <Views data={data} path={path} />}
    </div>
  )
}

function SearchLine({ path, view }: { path: string; view: InboxView }) {
  const t = useT()
  return (
    <p className="flex items-center gap-2 pb-2 text-small text-faint">
      <span className="flex-1">{t('inbox.searchResults')}</span>
      <Link
        to={path + inboxQuery({ ...view, search: '' })}
        className="inline-flex min-h-6 items-center gap-1 rounded-sm font-medium text-accent hover:underline"
      >
        <X className="size-3.5" aria-hidden />
        {t('common.searchClear')}
      </Link>
    </p>
  )
}

function Views({ data, path }: { data: InboxData; path: string }) {
  const { view, counts, canSeeUnassigned } = data
  const t = useT()
  const tabs = inboxTabs.filter((tab) => tab !== 'unassigned' || canSeeUnassigned)
  return (
    <div className="flex items-end justify-between">
      <nav aria-label={t('inbox.tabs')} className="flex gap-1">
        {tabs.map((tab) => {
          const count = tab === 'all' || view.isClosed ? 0 : counts[tab]
          const isActive = view.tab === tab
          return (
            <Link
              key={tab}
              to={path + inboxQuery({ ...view, tab })}
              preventScrollReset
              aria-current={isActive ? 'true' : undefined}
              className={classes(
                '-mb-px flex items-center gap-1.5 border-b-2 px-2 py-2 font-medium -outline-offset-2!',
                isActive ? 'border-accent text-ink' : 'border-transparent text-soft hover:text-ink',
              )}
            >
              {t(tabWords[tab])}
              {count > 0 && (
                <span className="text-small font-normal text-faint">
                  <span aria-hidden>{count > 99 ? '99+' : count}</span>
                  <span className="sr-only">{t('inbox.tabCount', { count })}</span>
                </span>
              )}
            </Link>
          )
        })}
      </nav>
      <div role="group" aria-label={t('inbox.filters')} className="flex gap-0.5 pb-1.5">
        <Filter
          to={path + inboxQuery({ ...view, needsPerson: !view.needsPerson })}
          isOn={view.needsPerson}
          label={t('inbox.filterNeedsPerson')}
          icon={<Hand className="size-4" aria-hidden />}
        />
        <Filter
          to={path + inboxQuery({ ...view, isClosed: !view.isClosed, needsPerson: false })}
          isOn={view.isClosed}
          label={t('inbox.filterClosed')}
          icon={<Archive className="size-4" aria-hidden />}
        />
      </div>
    </div>
  )
}

function Filter(props: { to: string; isOn: boolean; label: string; icon: ReactNode }) {
  const { to, isOn, label, icon } = props
  return (
    <Link
      to={to}
      preventScrollReset
      title={label}
      aria-label={label}
      aria-current={isOn ? 'true' : undefined}
      className={classes(
        'grid size-8 place-items-center rounded-md pointer-coarse:size-10',
        isOn ? 'bg-accent-soft text-accent-ink' : 'text-faint hover:bg-hover hover:text-ink',
      )}
    >
      {icon}
    </Link>
  )
}
