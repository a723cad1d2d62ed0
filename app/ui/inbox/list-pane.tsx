import { Link } from '@remix-run/react'
import { ArrowUp, RefreshCw } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { inboxQuery } from '#app/domain/conversations/inbox-view.ts'
import type { FoundRow } from '#app/domain/conversations/shown.ts'
import { LinkButton } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { ConversationRow } from './conversation-row.tsx'
import { ListHeader } from './list-header.tsx'
import { BulkBar, ListEmpty } from './list-islands.ts'
import type { InboxData } from './page-data.ts'

/** The first pane: what there is, and the way to more of it. */
export function ListPane(props: {
  data: InboxData
  rows: FoundRow[]
  next: string | undefined
  isLoading: boolean
  loadOlder: () => void
  openId: number | undefined
  path: string
  onIntent: (id: number) => void
}) {
  const { data, rows, openId, path, onIntent } = props
  const t = useT()
  const query = inboxQuery({ ...data.view, cursor: data.cursor })
  return (
    <>
      <ListHeader data={data} path={path} />
      <WithoutScript path={path + query} />
      {data.me.canReply && <BulkBar data={data} rows={rows} path={path + query} />}
      <nav aria-label={t('inbox.list')} data-rows className="min-h-0 flex-1 overflow-y-auto">
        {data.cursor && (
          <Link
            to={path + inboxQuery(data.view)}
            className="flex items-center justify-center gap-2 border-b px-4 py-2.5 text-small font-medium text-accent hover:bg-hover"
          >
            <ArrowUp className="size-3.5" aria-hidden />
            {t('inbox.backToNewest')}
          </Link>
        )}
        {rows.length === 0 && <ListEmpty data={data} />}
        <ul>
          {rows.map((row) => (
            <ConversationRow
              key={row.id}
              row={row}
              query={query}
              isOpen={row.id === openId}
              canTick={data.me.canReply}
              onIntent={onIntent}
            />
          ))}
        </ul>
        {data.lookedAt !== undefined && (
          <p className="px-4 pt-4 text-center text-small text-faint">
            {t('views.cutOff', { count: data.lookedAt })}
          </p>
        )}
        <Older {...props} />
      </nav>
    </>
  )
}

function Older(props: Parameters<typeof ListPane>[0]) {
  const { data, next, isLoading, loadOlder, path } = props
  const isCutOff = data.lookedAt !== undefined
  const t = useT()
  const end = useRef<HTMLDivElement>(null)
  const load = useRef(loadOlder)
  load.current = loadOlder
  useEffect(() => {
    // What may find nothing for long is gone through by hand.
    if (!end.current || !next || isCutOff) return
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && load.current(), {
      rootMargin: '400px',
    })
    watcher.observe(end.current)
    return () => watcher.disconnect()
  }, [next, isCutOff])
  if (!next) return null
  return (
    <div ref={end} className="flex justify-center p-4">
      <LinkButton
        to={path + inboxQuery({ ...data.view, cursor: next })}
        size="small"
        variant="quiet"
        icon={isLoading && <span className="spinner" />}
        onClick={(event) => {
          event.preventDefault()
          loadOlder()
        }}
      >
        {t(isCutOff ? 'views.lookFurther' : 'inbox.loadOlder')}
      </LinkButton>
    </div>
  )
}

/** Live updates need a script; without one there is a way to look again. */
function WithoutScript({ path }: { path: string }) {
  const t = useT()
  return (
    <noscript>
      <a
        href={path}
        className="flex items-center gap-2 border-b bg-sunken px-4 py-2.5 text-small text-soft underline"
      >
        <RefreshCw className="size-3.5" aria-hidden />
        {t('inbox.refresh')}
      </a>
    </noscript>
  )
}
