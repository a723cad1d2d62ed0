import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { VisibleChange } from '#app/domain/conversations/shown.ts'
import { markListOld } from './freshness.ts'
import { useLive, useLiveNews } from './live.tsx'
import type { LiveNews } from './live.tsx'

/** Changes that come close together are looked at once. */
const GATHER_MS = 120

/** Somebody typing changes nothing that is stored. */
function isWorthALook({ conversationId, kind }: VisibleChange): boolean {
  return conversationId !== undefined && kind !== 'typing'
}

/**
 * Asks again for what live updates say has changed: the list, the open thread, or neither where
 * the data on the page is newer than the news (one's own write comes back as news).
 */
export function useLiveRefresh(listChangeId: number) {
  const { revalidate } = useRevalidator()
  const { isConnected } = useLive()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const newest = useRef(0)
  const seen = useRef(listChangeId)
  seen.current = listChangeId
  const wasAway = useRef(false)
  function later() {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      if (newest.current > seen.current) {
        markListOld()
        revalidate()
      }
    }, GATHER_MS)
  }
  useLiveNews((news: LiveNews) => {
    if (news.kind === 'changes') {
      if (!news.changes.some(isWorthALook)) return
      newest.current = news.lastId
    } else newest.current = Infinity
    later()
  })
  useEffect(() => {
    if (!isConnected) wasAway.current = true
    else if (wasAway.current) {
      wasAway.current = false
      markListOld()
      revalidate()
    }
  }, [isConnected, revalidate])
  useEffect(() => () => clearTimeout(timer.current), [])
}
