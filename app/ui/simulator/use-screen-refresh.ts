import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useLive, useLiveNews } from '../inbox/live.tsx'

const POLL_MS = 3_000

/** The phone follows what happens: by the page's live stream, or by asking while that is down. */
export function useScreenRefresh(): void {
  const { revalidate } = useRevalidator()
  const { isConnected } = useLive()
  useLiveNews(() => revalidate())
  useEffect(() => {
    if (isConnected) return
    const timer = setInterval(() => revalidate(), POLL_MS)
    return () => clearInterval(timer)
  }, [isConnected, revalidate])
}
