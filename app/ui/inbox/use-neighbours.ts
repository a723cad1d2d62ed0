import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { InboxRow } from '#app/domain/conversations/shown.ts'
import { AHEAD } from './thread-loading.ts'
import { findFreshThread } from './thread-cache.ts'

/** A pointer that only passes over a row asks for nothing. */
const INTENT_MS = 80

/** Reads a conversation ahead of time into the cache: the next one, or the one pointed at. */
export function useReadAhead(nextId: number | undefined) {
  const [wanted, setWanted] = useState<number>()
  useEffect(() => {
    if (nextId === undefined) return
    const timer = setTimeout(() => setWanted(nextId), INTENT_MS * 5)
    return () => clearTimeout(timer)
  }, [nextId])
  useEffect(() => () => clearTimeout(intent), [])
  function onIntent(id: number) {
    clearTimeout(intent)
    intent = setTimeout(() => setWanted(id), INTENT_MS)
  }
  return { wanted, onIntent, onRead: () => setWanted(undefined) }
}

let intent: ReturnType<typeof setTimeout> | undefined

/** Fetches one thread and is gone again, so that nothing keeps revalidating it. */
export function ReadAhead({ id, onRead }: { id: number; onRead: () => void }) {
  const fetcher = useFetcher()
  const { load, state, data } = fetcher
  useEffect(() => {
    if (findFreshThread(id)) return onRead()
    load(`/conversations/${id}?${AHEAD}`)
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each conversation
  }, [id])
  useEffect(() => {
    if (state === 'idle' && data !== undefined) onRead()
  }, [state, data, onRead])
  return null
}

/** The conversations before and after the open one, as the list shows them now. */
export function findNeighbours(rows: InboxRow[], openId: number | undefined) {
  const at = rows.findIndex((row) => row.id === openId)
  if (at < 0) return { previous: undefined, next: rows[0]?.id }
  return { previous: rows[at - 1]?.id, next: rows[at + 1]?.id }
}
