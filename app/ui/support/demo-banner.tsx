import { FlaskConical } from 'lucide-react'
import { useT } from '../i18n-provider.tsx'
import { Notice } from '../notice.tsx'
import { Time } from '../time.tsx'

/** Above every page of a prospect's demo: that nothing in it is real, and until when it is there. */
export function DemoBanner({ until }: { until: number }) {
  const t = useT()
  return (
    <Notice tone="info" look="bar">
      <span className="flex items-start gap-2">
        <FlaskConical className="mt-0.5 size-4 shrink-0" aria-hidden />
        <span>
          {t('demos.banner')} <Time at={until} as="moment" />
        </span>
      </span>
    </Notice>
  )
}
