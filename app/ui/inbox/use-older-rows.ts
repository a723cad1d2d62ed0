import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { inboxQuery } from '#app/domain/conversations/inbox-view.ts'
import type { FoundRow } from '#app/domain/conversations/shown.ts'
import type { InboxData } from './page-data.ts'

/**
 * The list with the older pages somebody has scrolled to, below the newest one. What moved up
 * is shown where it is now, once.
 */
export function useOlderRows(data: InboxData) {
  const fetcher = useFetcher<InboxData>()
  const viewKey = inboxQuery({ ...data.view, cursor: data.cursor })
  const [older, setOlder] = useState<{ viewKey: string; pages: InboxData[] }>({
    viewKey,
    pages: [],
  })
  const pages = older.viewKey === viewKey ? older.pages : []
  useEffect(() => {
    const page = fetcher.data
    if (!page) return
    setOlder((before) => {
      if (inboxQuery({ ...page.view, cursor: data.cursor }) !== viewKey) return before
      const kept = before.viewKey === viewKey ? before.pages : []
      const known = kept.findIndex((entry) => entry.cursor === page.cursor)
      if (known < 0) return { viewKey, pages: [...kept, page] }
      return { viewKey, pages: kept.map((entry, index) => (index === known ? page : entry)) }
    })
  }, [fetcher.data, viewKey, data.cursor])
  const last = pages.at(-1) ?? data
  const load = (cursor: string) =>
    fetcher.load(`/conversations${inboxQuery({ ...data.view, cursor })}`)
  return {
    rows: withoutRepeats([...data.rows, ...pages.flatMap((page) => page.rows)]),
    next: last.next,
    isLoading: fetcher.state !== 'idle',
    loadOlder: () => {
      if (last.next && fetcher.state === 'idle') load(last.next)
    },
  }
}

function withoutRepeats(rows: FoundRow[]): FoundRow[] {
  const seen = new Set<number>()
  return rows.filter((row) => !seen.has(row.id) && seen.add(row.id))
}
