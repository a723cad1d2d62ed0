import { useCallback, useEffect, useRef, useState } from 'react'
import { HERE_MS, TYPING_MS } from '#app/domain/viewers/viewer.ts'
import type { Viewer } from '#app/domain/viewers/viewer.ts'
import { useLiveNews } from './live.tsx'
import type { ThreadData } from './page-data.ts'

/** Well within the time a page counts without a word. */
const RENEW_MS = HERE_MS / 3

/**
 * Colleagues who have this conversation open or write in it; says the same of oneself, as long as
 * the page is looked at. Who may not answer only sees who was here.
 */
export function useOthers({ head, me, others: known }: ThreadData): Viewer[] {
  const { id } = head
  const [state, setState] = useState({ id, others: known })
  const others = state.id === id ? state.others : known
  const timers = useRef(new Map<number, ReturnType<typeof setTimeout>>())
  const say = useCallback(async () => {
    if (document.hidden) return
    const fresh = await tell(id, 'here')
    if (fresh) setState({ id, others: fresh })
  }, [id])
  useEffect(() => {
    if (!me.canReply) return
    const leave = () => {
      const left = new URLSearchParams({ state: 'left' })
      navigator.sendBeacon(`/conversations/${id}/viewing`, left)
    }
    const onVisibility = () => (document.hidden ? leave() : void say())
    void say()
    const timer = setInterval(() => void say(), RENEW_MS)
    document.addEventListener('visibilitychange', onVisibility)
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisibility)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [id, me.canReply, say])
  useEffect(() => {
    const pending = timers.current
    return () => pending.forEach(clearTimeout)
  }, [])
  function setTyping(memberId: number, isTyping: boolean) {
    setState((before) => ({
      id,
      others: (before.id === id ? before.others : known).map((one) =>
        one.id === memberId ? { ...one, isTyping } : one,
      ),
    }))
  }
  useLiveNews((news) => {
    if (news.kind !== 'changes') return
    for (const { conversationId, kind, memberId } of news.changes) {
      if (conversationId !== id || memberId === undefined) continue
      if (kind === 'viewing' || !others.some((one) => one.id === memberId)) void say()
      if (kind !== 'typing') continue
      setTyping(memberId, true)
      clearTimeout(timers.current.get(memberId))
      const over = setTimeout(() => setTyping(memberId, false), TYPING_MS)
      timers.current.set(memberId, over)
    }
  })
  return others
}

/** @returns who else is there; undefined without an answer */
async function tell(id: number, state: 'here'): Promise<Viewer[] | undefined> {
  try {
    const body = new URLSearchParams({ state })
    const response = await fetch(`/conversations/${id}/viewing`, { method: 'POST', body })
    if (!response.ok) return undefined
    return ((await response.json()) as { others?: Viewer[] }).others
  } catch {
    return undefined
  }
}
