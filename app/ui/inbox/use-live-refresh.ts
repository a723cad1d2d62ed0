import { useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { VisibleChange } from '#app/domain/conversations/shown.ts'
import { isListStale, markListOld } from './freshness.ts'
import { isPassing, useLive, useLiveNews } from './live.tsx'
import type { LiveNews } from './live.tsx'

/** Changes that come close together are looked at once. */
const GATHER_MS = 120
/** A load that came to nothing is asked for again after so long. */
const AGAIN_MS = 3_000

/** Somebody who looks or types changes nothing that is stored. */
function isWorthALook({ conversationId, kind }: VisibleChange): boolean {
  return conversationId !== undefined && !isPassing(kind)
}

/**
 * Asks again for what live updates say has changed: the list, and the open thread if it is one of
 * them. List and thread were read at different moments, so how new the one is says nothing of
 * the other: news is always followed up.
 */
export function useLiveRefresh() {
  const { revalidate } = useRevalidator()
  const { isConnected } = useLive()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const wasAway = useRef(false)
  function later() {
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      markListOld()
      revalidate()
    }, GATHER_MS)
  }
  useLiveNews((news: LiveNews) => {
    if (news.kind !== 'changes' || news.changes.some(isWorthALook)) later()
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

/**
 * A load may be lost on its way, or given up by the router for one that does not bring the list.
 * While all is at rest and the list is still older than the news, it is asked for again.
 */
export function useSecondAsking() {
  const { isConnected } = useLive()
  const { state, revalidate } = useRevalidator()
  const isAtRest = useNavigation().state === 'idle' && state === 'idle'
  useEffect(() => {
    if (!isAtRest || !isConnected) return
    const timer = setTimeout(() => {
      if (isListStale()) revalidate()
    }, AGAIN_MS)
    return () => clearTimeout(timer)
  }, [isAtRest, isConnected, revalidate])
}
