import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { useToast } from '../toast.tsx'
import { useLive } from './live.tsx'

/** A connection that comes back at once is not worth a word. */
const PATIENCE_MS = 4_000

/** Says when there is no connection, what that means, and when it is back. */
export function ConnectionNotice() {
  const t = useT()
  const toast = useToast()
  const isOnline = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
  const { isConnected } = useLive()
  const [isLong, setLong] = useState(false)
  const wasShown = useRef(false)
  useEffect(() => {
    if (isConnected) return setLong(false)
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [isConnected])
  const isShown = !isOnline || isLong
  useEffect(() => {
    if (wasShown.current && !isShown) toast({ text: t('common.backOnline') })
    wasShown.current = isShown
  }, [isShown, toast, t])
  return (
    <div role="status">
      {isShown && (
        <Notice tone="warn" look="bar">
          {t(isOnline ? 'inbox.live.reconnecting' : 'common.offline')}
        </Notice>
      )}
    </div>
  )
}

function subscribe(listener: () => void) {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
