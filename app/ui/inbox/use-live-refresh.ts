import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import type { VisibleChange } from '#app/domain/conversations/shown.ts'
import { markListOld } from './freshness.ts'
import { isPassing, useLive, useLiveNews } from './live.tsx'
import type { LiveNews } from './live.tsx'

/** Changes that come close together are looked at once. */
const GATHER_MS = 120

/** Somebody who looks or types changes nothing that is stored. */
function isWorthALook({ conversationId, kind }: VisibleChange): boolean {
  return conversationId !== undefined && !isPassing(kind)
}

/**
 * A part of the page that was read in a request of its own may have been read before the live
 * connection's first moment: what happened between the two is nobody's news, so it is asked for.
 *
 * @param asOf the newest change when it was read
 */
export function useCatchUp(asOf: number, markOld: () => void): void {
  const { after } = useLive()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (asOf >= after) return
    markOld()
    revalidate()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: later reads are newer
  }, [])
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
