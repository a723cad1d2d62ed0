import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { VisibleChange } from '#app/domain/conversations/shown.ts'
import { openLiveStream } from './live-stream.ts'
import { forgetThread, forgetThreads, markThreadOld, setLive } from './thread-cache.ts'

/** What a listener on a page hears. `lastId` is the newest change told of. */
export type LiveNews =
  | { kind: 'changes'; changes: VisibleChange[]; lastId: number }
  | { kind: 'gone'; conversationIds: number[] }
  | { kind: 'resync' }

type Live = {
  isConnected: boolean
  /** what calls for this person now, at most 100 */
  calls: number
  /** notifications not read yet, at most 100 */
  unread: number
  listen: (listener: (news: LiveNews) => void) => () => void
}

const LiveContext = createContext<Live>({
  isConnected: true,
  calls: 0,
  unread: 0,
  listen: () => () => {},
})

/** News of the moment: nothing that a page shows has to be asked for again. */
export function isPassing(kind: VisibleChange['kind']): boolean {
  return kind === 'typing' || kind === 'viewing'
}

/** The page's live connection: its state, the number for the badge, and news to listen to. */
export function useLive(): Live {
  return useContext(LiveContext)
}

/** Calls `work` for news, for as long as the component is there. */
export function useLiveNews(work: (news: LiveNews) => void): void {
  const { listen } = useLive()
  const latest = useRef(work)
  latest.current = work
  useEffect(() => listen((news) => latest.current(news)), [listen])
}

/** One stream for the whole portal, from the change the page was made at. */
export function LiveProvider(props: {
  after: number
  calls: number
  unread: number
  isOn: boolean
  children: ReactNode
}) {
  const { after, isOn, children } = props
  const [isConnected, setConnected] = useState(true)
  const [calls, setCalls] = useState(props.calls)
  const [unread, setUnread] = useState(props.unread)
  const listeners = useRef(new Set<(news: LiveNews) => void>())
  const from = useRef(after)
  useEffect(() => {
    if (!isOn) return
    const tell = (news: LiveNews) => listeners.current.forEach((listener) => listener(news))
    return openLiveStream(from.current, {
      onChanges: (changes, lastId) => {
        for (const { conversationId, kind } of changes)
          if (conversationId && !isPassing(kind)) markThreadOld(conversationId)
        tell({ kind: 'changes', changes, lastId })
      },
      onGone: (conversationIds) => {
        conversationIds.forEach(forgetThread)
        tell({ kind: 'gone', conversationIds })
      },
      onResync: () => {
        forgetThreads()
        tell({ kind: 'resync' })
      },
      onCalls: setCalls,
      onUnread: setUnread,
      onState: (connected) => {
        setLive(connected)
        setConnected(connected)
      },
      onEnd: () => location.reload(),
    })
  }, [isOn])
  const live = useMemo(() => {
    const listen: Live['listen'] = (listener) => {
      listeners.current.add(listener)
      return () => listeners.current.delete(listener)
    }
    return { isConnected, calls, unread, listen }
  }, [isConnected, calls, unread])
  return <LiveContext.Provider value={live}>{children}</LiveContext.Provider>
}
