import { Link, useSearchParams } from '@remix-run/react'
import { SquarePen, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { inboxParams, inboxQuery } from '#app/domain/conversations/inbox-view.ts'
import type { InboxView } from '#app/domain/conversations/inbox-view.ts'
import { LinkButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { SearchField } from '../search-field.tsx'
import { FilterChips, FilterMenu } from './list-islands.ts'
import { ListTabs } from './list-tabs.tsx'
import type { InboxData } from './page-data.ts'

/** What the list shows and how to narrow it: search, views, filters. */
export function ListHeader({ data, path }: { data: InboxData; path: string }) {
  const { view, choices } = data
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
      <div className="flex items-center gap-2">
        <SearchField
          label={t('inbox.search')}
          defaultValue={view.search}
          action={path}
          keep={keptParams(view)}
          shortcut="/"
        />
        {data.me.canReply && (
          <LinkButton
            to="/conversations/new"
            aria-label={t('starting.new')}
            title={t('starting.new')}
            icon={<SquarePen className="size-4" aria-hidden />}
          />
        )}
      </div>
      {view.search ? (
        <SearchLine path={path} view={view} />
      ) : (
        <div>
          <div className="flex items-end justify-between gap-1">
            <ListTabs data={data} path={path} />
            <div className="pb-1">
              <FilterMenu {...{ view, choices, path }} />
            </div>
          </div>
          <FilterChips {...{ view, choices, path }} />
        </div>
      )}
    </div>
  )
}

function SearchLine({ path, view }: { path: string; view: InboxView }) {
  const t = useT()
  return (
    <p className="flex items-start gap-2 pb-2 text-small text-faint">
      <span className="flex-1">{t('views.searchBounds')}</span>
      <Link
        to={path + inboxQuery({ ...view, search: '' })}
        className="inline-flex min-h-6 shrink-0 items-center gap-1 rounded-sm font-medium text-accent hover:underline"
      >
        <X className="size-3.5" aria-hidden />
        {t('common.searchClear')}
      </Link>
    </p>
  )
}

/** What a search takes along, so that leaving it comes back to the same view. */
function keptParams(view: InboxView): Record<string, string> {
  return inboxParams({ ...view, search: '' })
}
