import { useEffect, useState } from 'react'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { useOnline } from '../offline-notice.tsx'
import { useLive } from './live.tsx'

/** A connection that comes back at once is not worth a word. */
const PATIENCE_MS = 4_000

/** Says when news stay away although there is a network; that there is none is said elsewhere. */
export function ConnectionNotice() {
  const t = useT()
  const isOnline = useOnline()
  const { isConnected } = useLive()
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (isConnected) return setLong(false)
    const timer = setTimeout(() => setLong(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [isConnected])
  return (
    <div role="status">
      {isOnline && isLong && (
        <Notice tone="warn" look="bar">
          {t('inbox.live.reconnecting')}
        </Notice>
      )}
    </div>
  )
}
