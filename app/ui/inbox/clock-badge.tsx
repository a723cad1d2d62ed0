import { Timer } from 'lucide-react'
import type { ShownClock } from '#app/domain/sla/shown-clock.ts'
import { classes } from '../classes.ts'
import { useFormat, useT } from '../i18n-provider.tsx'
import { useNow } from '../time.tsx'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/**
 * How long a promise may still take; the moment and which promise on hover. In a list it shows
 * only once it presses.
 */
export function ClockBadge(props: { clock: ShownClock | null; onlyPressing?: boolean }) {
  const { clock, onlyPressing } = props
  const t = useT()
  const { dateTime } = useFormat()
  const now = useNow()
  if (!clock || (onlyPressing && now < clock.warnAt)) return null
  const { kind, dueAt, warnAt } = clock
  const isLate = now >= dueAt
  const label = t(isLate ? 'sla.overdue' : 'sla.due', {
    ...{ kind: t(`sla.kind.${kind}`), time: dateTime(dueAt) },
  })
  return (
    <span
      title={label}
      suppressHydrationWarning
      className={classes(
        'inline-flex h-5 shrink-0 items-center gap-1 rounded-sm px-1.5 text-small font-medium tabular-nums',
        isLate
          ? 'bg-bad-soft text-bad'
          : now >= warnAt
            ? 'bg-warn-soft text-warn'
            : 'bg-sunken text-soft',
      )}
    >
      <Timer className="size-3" aria-hidden />
      <span className="sr-only" suppressHydrationWarning>
        {label}
      </span>
      <span aria-hidden suppressHydrationWarning>
        {isLate ? t('sla.late') : toLeft(t, dueAt - now)}
      </span>
    </span>
  )
}

function toLeft(t: ReturnType<typeof useT>, ms: number): string {
  if (ms < HOUR_MS) return t('sla.left.minutes', { count: Math.max(1, Math.ceil(ms / MINUTE_MS)) })
  if (ms < DAY_MS) return t('sla.left.hours', { count: Math.round(ms / HOUR_MS) })
  return t('sla.left.days', { count: Math.round(ms / DAY_MS) })
}
