import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'

const EVERY_MS = 3_000

/** While something is under way the page asks again, as long as it is looked at. */
export function useChangeRefresh(isUnderWay: boolean): void {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => {
      if (!document.hidden) revalidate()
    }, EVERY_MS)
    return () => clearInterval(timer)
  }, [isUnderWay, revalidate])
}
