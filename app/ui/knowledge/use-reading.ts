import { useEffect } from 'react'
import { useRevalidator } from '@remix-run/react'
import { useLiveNews } from '../inbox/live.tsx'

/** Without a live connection the page asks by itself. */
const LOOK_EVERY_MS = 4_000

/** Keeps a page of knowledge up to date: at once where the server tells, else while something is read. */
export function useReading(isBusy: boolean): void {
  const { revalidate, state } = useRevalidator()
  useLiveNews((news) => {
    const concerns =
      news.kind === 'resync' ||
      (news.kind === 'changes' && news.changes.some(({ kind }) => kind === 'knowledge.changed'))
    if (concerns && state === 'idle') revalidate()
  })
  useEffect(() => {
    if (!isBusy) return
    const timer = setInterval(revalidate, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [isBusy, revalidate])
}
