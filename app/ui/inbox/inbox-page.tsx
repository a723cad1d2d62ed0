import { Outlet, useLocation, useNavigate, useParams } from '@remix-run/react'
import { useEffect, useMemo, useRef } from 'react'
import { inboxQuery } from '#app/domain/conversations/inbox-view.ts'
import { useT } from '../i18n-provider.tsx'
import { Announcer } from './announcer.tsx'
import { InboxAroundProvider } from './inbox-context.tsx'
import type { InboxAround } from './inbox-context.tsx'
import { ListNotices } from './list-notices.tsx'
import { ListPane } from './list-pane.tsx'
import { useGoneWords } from './gone-words.tsx'
import { useLive, useLiveNews } from './live.tsx'
import type { InboxData } from './page-data.ts'
import { runShortcut } from './run-shortcut.ts'
import { useShortcuts } from './shortcuts.ts'
import { useLeaving } from './use-leaving.tsx'
import { useLiveRefresh, useSecondAsking } from './use-live-refresh.ts'
import { useWarmUp } from './warm-up.ts'
import { findNeighbours, ReadAhead, useReadAhead } from './use-neighbours.ts'
import { useOlderRows } from './use-older-rows.ts'
import { useOutboxRun } from './use-outbox.ts'

/** The inbox: list, thread and person side by side on a desk, one at a time on a phone. */
export function InboxPage({ data }: { data: InboxData }) {
  const t = useT()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const openId = Number(useParams()['id']) || undefined
  const query = inboxQuery({ ...data.view, cursor: data.cursor })
  const older = useOlderRows(data)
  const { rows, close, leave } = useLeaving(older.rows, openId, query)
  const neighbours = findNeighbours(rows, openId)
  const ahead = useReadAhead(neighbours.next)
  useOutboxRun(data.me.id)
  useLiveRefresh()
  useSecondAsking()
  useTitle()
  useWarmUp()
  useFocusOnOpening(openId)
  const sayGone = useGoneWords()
  useLiveNews((news) => {
    if (news.kind !== 'gone' || !openId || !news.conversationIds.includes(openId)) return
    sayGone()
    navigate(`/conversations${query}`, { replace: true })
  })
  useShortcuts(['list', 'thread'], (shortcut) =>
    runShortcut(shortcut, {
      openId,
      open: (where) => {
        const id = neighbours[where]
        if (id) navigate(`/conversations/${id}${query}`, { preventScrollReset: true })
      },
    }),
  )
  const { choices } = data
  const { canDelete } = data.me
  const around = useMemo<InboxAround>(
    () => ({ query, close, leave, choices, canDelete }),
    [query, close, leave, choices, canDelete],
  )
  return (
    <InboxAroundProvider value={around}>
      <h1 className="sr-only">{t('inbox.title')}</h1>
      <div className="flex h-full min-h-0">
        <section
          aria-label={t('inbox.list')}
          className={`w-full flex-col border-r bg-surface md:flex md:w-80 md:shrink-0 2xl:w-96 ${openId ? 'hidden' : 'flex'}`}
        >
          <ListNotices outcome={data.outcome} />
          <ListPane
            {...{ data, ...older, rows, openId }}
            path={openId ? pathname : '/conversations'}
            onIntent={ahead.onIntent}
          />
        </section>
        <div className={`min-w-0 flex-1 ${openId ? 'flex' : 'hidden md:flex'}`}>
          <Outlet />
        </div>
      </div>
      <Announcer rows={data.rows} openId={openId} />
      {ahead.wanted && ahead.wanted !== openId && (
        <ReadAhead key={ahead.wanted} id={ahead.wanted} onRead={ahead.onRead} />
      )}
    </InboxAroundProvider>
  )
}

/**
 * Who opens a conversation from the list or with a key is in it: the next key scrolls it, and it
 * is named to the ear. A focus that is elsewhere (in the composer, say) is left alone.
 */
function useFocusOnOpening(openId: number | undefined) {
  const before = useRef(openId)
  useEffect(() => {
    if (before.current === openId) return
    before.current = openId
    const row = document.querySelector(`[data-row="${openId}"]`)
    row?.scrollIntoView({ block: 'nearest' })
    const focused = document.activeElement
    const isFree = !focused || focused === document.body || focused.matches('[data-row]')
    if (openId && isFree)
      document.querySelector<HTMLElement>('[data-timeline]')?.focus({ preventScroll: true })
  }, [openId])
}

/** The tab says how much waits, also while another tab is in front. */
function useTitle() {
  const t = useT()
  const { calls } = useLive()
  useEffect(() => {
    document.title =
      calls > 0
        ? t('inbox.titleWithCount', { count: calls > 99 ? '99+' : calls })
        : t('inbox.title')
  }, [calls, t])
}
