import { Outlet, useLocation, useNavigate, useParams, useSearchParams } from '@remix-run/react'
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { inboxQuery } from '#app/domain/conversations/inbox-view.ts'
import { Button } from '../button.tsx'
import { useErrorText, useT } from '../i18n-provider.tsx'
import { useToast } from '../toast.tsx'
import { ActionForm, useSendAction } from './action-form.tsx'
import { Announcer } from './announcer.tsx'
import { InboxAroundProvider } from './inbox-context.tsx'
import type { InboxAround } from './inbox-context.tsx'
import { ListPane } from './list-pane.tsx'
import { useLive, useLiveNews } from './live.tsx'
import type { InboxData } from './page-data.ts'
import { runShortcut } from './run-shortcut.ts'
import { onActionEnd } from './send-action.ts'
import { useShortcuts } from './shortcuts.ts'
import { useLiveRefresh } from './use-live-refresh.ts'
import { useWarmUp } from './warm-up.ts'
import { findNeighbours, ReadAhead, useReadAhead } from './use-neighbours.ts'
import { useOlderRows } from './use-older-rows.ts'
import { useOutboxRun } from './use-outbox.ts'

const ShortcutsSheet = lazy(() => import('./shortcuts-sheet.tsx'))

/** The inbox: list, thread and person side by side on a desk, one at a time on a phone. */
export function InboxPage({ data }: { data: InboxData }) {
  const t = useT()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const openId = Number(useParams()['id']) || undefined
  const query = inboxQuery({ ...data.view, cursor: data.cursor })
  const older = useOlderRows(data)
  const { rows, close } = useClosing(older.rows, openId, query)
  const neighbours = findNeighbours(rows, openId)
  const ahead = useReadAhead(neighbours.next)
  const [isSheetOpen, setSheetOpen] = useState(false)
  const closeSheet = useCallback(() => setSheetOpen(false), [])
  useOutboxRun(data.me.id)
  useLiveRefresh()
  useTitle()
  useWarmUp()
  useFocusOnOpening(openId)
  useLiveNews((news) => {
    if (news.kind === 'gone' && openId && news.conversationIds.includes(openId))
      navigate(`/conversations${query}`, { replace: true })
  })
  useShortcuts((shortcut) =>
    runShortcut(shortcut, {
      openId,
      open: (where) => {
        const id = neighbours[where]
        if (id) navigate(`/conversations/${id}${query}`, { preventScrollReset: true })
      },
      openSheet: () => setSheetOpen(true),
    }),
  )
  const around = useMemo<InboxAround>(() => ({ query, close }), [query, close])
  return (
    <InboxAroundProvider value={around}>
      <h1 className="sr-only">{t('inbox.title')}</h1>
      <div className="flex h-full min-h-0">
        <section
          aria-label={t('inbox.list')}
          className={`w-full flex-col border-r bg-surface md:flex md:w-80 md:shrink-0 2xl:w-96 ${openId ? 'hidden' : 'flex'}`}
        >
          <ClosedNotice />
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
      {isSheetOpen && (
        <Suspense>
          <ShortcutsSheet onClose={closeSheet} />
        </Suspense>
      )}
    </InboxAroundProvider>
  )
}

/** Closed conversations leave the list at once; refused closings come back with the reason. */
function useClosing(
  all: ReturnType<typeof useOlderRows>['rows'],
  openId: number | undefined,
  query: string,
) {
  const t = useT()
  const toast = useToast()
  const errorText = useErrorText()
  const navigate = useNavigate()
  const sendAction = useSendAction()
  const [closed, setClosed] = useState<readonly number[]>([])
  const showAgain = useCallback(
    (id: number) => setClosed((ids) => ids.filter((one) => one !== id)),
    [],
  )
  const rows = useMemo(
    () => all.filter((row) => row.status === 'closed' || !closed.includes(row.id)),
    [all, closed],
  )
  useEffect(
    () =>
      onActionEnd(({ path, result }) => {
        if (result.ok || /\/(messages|reads|suggestion)$/.test(path)) return
        if (path.endsWith('/closure')) showAgain(Number(path.split('/')[2]))
        // The form itself says what is missing, beside its fields.
        if (result.reason === 'closing_incomplete') return
        toast({ tone: 'bad', text: errorText(result.reason) })
      }),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the texts do not change on a page
    [toast, showAgain],
  )
  const close: InboxAround['close'] = ({ id, name }) => {
    const { next, previous } = findNeighbours(rows, id)
    setClosed((ids) => [...ids, id])
    const isDesk = matchMedia('(min-width: 48rem)').matches
    const onward = (isDesk && openId === id && (next ?? previous)) || undefined
    navigate(`/conversations${onward ? `/${onward}` : ''}${query}`)
    toast({
      text: t('inbox.closedToast', { name }),
      action: (
        <Button
          size="small"
          variant="quiet"
          onClick={() => {
            showAgain(id)
            sendAction(`/conversations/${id}/reopening`, { sale: 'undo' })
            navigate(`/conversations/${id}${query}`)
          }}
        >
          {t('common.undo')}
        </Button>
      ),
    })
  }
  return { rows, close }
}

/** What was just closed, with the way back, on a page without JavaScript. */
function ClosedNotice() {
  const t = useT()
  const id = Number(useSearchParams()[0].get('closed'))
  if (!id) return null
  return (
    <div role="status" className="flex items-center gap-3 border-b bg-sunken px-4 py-2">
      <p className="flex-1">{t('inbox.state.closed')}</p>
      <ActionForm
        action={`/conversations/${id}/reopening`}
        fields={{ sale: 'undo' }}
        returnTo={`/conversations/${id}`}
      >
        <Button type="submit" size="small">
          {t('common.undo')}
        </Button>
      </ActionForm>
    </div>
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
