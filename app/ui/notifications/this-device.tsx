import { useFetcher } from '@remix-run/react'
import { BellRing } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../button.tsx'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { readPushState, turnPushOn } from './browser-push.ts'
import type { PushState } from './browser-push.ts'

/** Turns notifications on for the browser one sits at, or says why that cannot be. */
export function ThisDevice({ publicKey }: { publicKey: string }) {
  const t = useT()
  const fetcher = useFetcher<{ ok: boolean }>()
  const [state, setState] = useState<PushState | 'unknown' | 'failed'>('unknown')
  const [isAsking, setAsking] = useState(false)
  useEffect(() => {
    void readPushState(publicKey).then(setState, () => setState('unsupported'))
  }, [publicKey])
  async function turnOn() {
    setAsking(true)
    const turned = await turnPushOn(publicKey)
    setAsking(false)
    if (!turned.ok) return setState(turned.reason)
    const { endpoint, p256dh, auth } = turned
    fetcher.submit(
      { endpoint, p256dh, auth, stay: '1' },
      { method: 'post', action: '/push-subscriptions' },
    )
  }
  const isRefused = fetcher.data?.ok === false
  if (fetcher.data?.ok)
    return (
      <div role="status">
        <Notice tone="good">{t('notifications.deviceAdded')}</Notice>
      </div>
    )
  if (state === 'unsupported') return <Notice>{t('notifications.pushUnsupported')}</Notice>
  if (state === 'denied') return <Notice tone="warn">{t('notifications.pushDenied')}</Notice>
  return (
    <div className="flex flex-col items-start gap-3">
      {(state === 'failed' || isRefused) && (
        <div role="alert">
          <Notice tone="bad">{t('notifications.pushFailed')}</Notice>
        </div>
      )}
      <Button
        pending={isAsking || fetcher.state !== 'idle'}
        disabled={state === 'unknown'}
        onClick={() => void turnOn()}
        icon={<BellRing className="size-4" aria-hidden />}
      >
        {t('notifications.deviceOn')}
      </Button>
      <noscript>{t('notifications.needsScript')}</noscript>
    </div>
  )
}
