import { useSyncExternalStore } from 'react'
import { Notice } from './notice.tsx'
import { useT } from './i18n-provider.tsx'

/** Says so when the browser has lost the network, and that what is written is kept. */
export function OfflineNotice() {
  const t = useT()
  const online = useOnline()
  return (
    <div role="status">
      {!online && (
        <Notice tone="warn" look="bar">
          {t('common.offline')}
        </Notice>
      )}
    </div>
  )
}

/** False while the browser knows it has no network; true on the server. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
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
