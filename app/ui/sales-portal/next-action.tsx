import { CalendarClock } from 'lucide-react'
import { useT } from '../i18n-provider.tsx'
import { Time, useNow } from '../time.tsx'

/** What comes next and when; what is over says so in a word. */
export function NextAction({ text, at }: { text: string; at: number | null }) {
  const t = useT()
  const now = useNow()
  return (
    <p className="flex items-start gap-1.5 text-small text-soft">
      <CalendarClock className="mt-0.5 size-3.5 shrink-0" aria-hidden />
      <span>
        {text && <span className="line-clamp-2">{text}</span>}
        {at !== null && (
          <span className={at < now ? 'font-medium text-bad' : 'text-faint'}>
            {at < now && `${t('prospects.overdue')} · `}
            <Time at={at} as="moment" />
          </span>
        )}
      </span>
    </p>
  )
}
