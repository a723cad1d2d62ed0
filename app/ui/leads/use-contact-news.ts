import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useLiveNews } from '../inbox/live.tsx'

/** What comes close together is looked at once. */
const GATHER_MS = 600

/** Asks again for the page when something about a contact or a lead has changed. */
export function useContactNews() {
  const { revalidate } = useRevalidator()
  const timer = useRef<ReturnType<typeof setTimeout>>()
  useLiveNews((news) => {
    const isAbout =
      news.kind !== 'changes' || news.changes.some(({ kind }) => kind === 'contact.changed')
    if (!isAbout) return
    timer.current ??= setTimeout(() => {
      timer.current = undefined
      revalidate()
    }, GATHER_MS)
  })
  useEffect(() => () => clearTimeout(timer.current), [])
}
