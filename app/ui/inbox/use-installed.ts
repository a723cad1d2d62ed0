import { useEffect } from 'react'

type Badging = Navigator & {
  setAppBadge?: (count: number) => Promise<void>
  clearAppBadge?: () => Promise<void>
}

/** What makes the portal an app on a phone: the service worker, and the number on its icon. */
export function useInstalled(unread: number): void {
  useEffect(() => {
    // A browser that cannot, or was told not to, simply has no app.
    void navigator.serviceWorker?.register('/sw.js').catch(() => undefined)
  }, [])
  useEffect(() => {
    const device: Badging = navigator
    const done = unread > 0 ? device.setAppBadge?.(unread) : device.clearAppBadge?.()
    void done?.catch(() => undefined)
  }, [unread])
}
