import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import type { ThreadItem } from '#app/domain/conversations/shown.ts'
import type { ThreadData } from './page-data.ts'

/** The thread with the earlier pages somebody asked for above it; the newest page stays live. */
export function useEarlier(data: ThreadData) {
  const { id } = data.head
  const fetcher = useFetcher<ThreadData>({ key: `earlier-${id}` })
  const [older, setOlder] = useState<{ id: number; pages: ThreadData[] }>({ id, pages: [] })
  const pages = older.id === id ? older.pages : []
  useEffect(() => {
    const page = fetcher.data
    if (!page || page.head.id !== id) return
    setOlder((before) => {
      const kept = before.id === id ? before.pages : []
      if (kept.some((one) => one.earlier === page.earlier)) return before
      return { id, pages: [page, ...kept] }
    })
  }, [fetcher.data, id])
  const first = pages[0] ?? data
  const items = withoutRepeats([...pages.flatMap((page) => page.items), ...data.items])
  const cursor = first.earlier
  return {
    items,
    earlier: cursor
      ? {
          cursor,
          isLoading: fetcher.state !== 'idle',
          onFollow: () => {
            if (fetcher.state === 'idle') fetcher.load(`/conversations/${id}?before=${cursor}`)
          },
        }
      : undefined,
  }
}

// While the newest page moves on, what it lets go of at its top is still in no older page: items
// are only ever repeated, and the newer one counts.
function withoutRepeats(items: ThreadItem[]): ThreadItem[] {
  const byKey = new Map(items.map((item) => [`${item.kind}-${item.id}`, item]))
  return [...byKey.values()]
}
