import { Form } from '@remix-run/react'
import { LifeBuoy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '../button.tsx'
import { useFormat, useT } from '../i18n-provider.tsx'

const MINUTE_MS = 60_000
const TICK_MS = 10_000

export type BannerFacts = {
  name: string
  reason: string
  expiresAt: number
  mayChange: boolean
  /** when the page was made */
  now: number
}

/** Above every page of a visit for support: who, why, for how long, and the way out. */
export function SupportBanner({ visit }: { visit: BannerFacts }) {
  const { name, reason, expiresAt, mayChange } = visit
  const t = useT()
  const { clock } = useFormat()
  const minutes = Math.max(0, Math.ceil((expiresAt - useNow(visit.now)) / MINUTE_MS))
  return (
    <section
      aria-label={t('support.banner')}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 bg-ink px-4 py-2 text-canvas"
    >
      <p className="flex min-w-0 flex-1 basis-64 items-start gap-2.5">
        <LifeBuoy className="mt-0.5 size-4 shrink-0" aria-hidden />
        <span className="min-w-0 wrap-anywhere">
          <span className="font-medium">{t('support.bannerWho', { name, reason })}</span>{' '}
          {t(mayChange ? 'support.bannerChanges' : 'support.bannerReads')}{' '}
          {t('support.bannerLeft', { minutes, time: clock(expiresAt) })}
        </span>
      </p>
      <Form method="post" action="/support/ending" reloadDocument>
        <Button type="submit" size="small">
          {t('support.endSession')}
        </Button>
      </Form>
    </section>
  )
}

function useNow(first: number): number {
  const [now, setNow] = useState(first)
  useEffect(() => {
    const tick = () => setNow(Date.now())
    tick()
    const timer = setInterval(tick, TICK_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
