import type { Presence } from '#app/domain/assignment/presence.ts'
import { classes } from './classes.ts'
import { useT } from './i18n-provider.tsx'

const looks: Record<Presence, string> = {
  online: 'bg-good border-good',
  busy: 'bg-bad border-bad',
  away: 'bg-warn border-warn',
  offline: 'bg-transparent border-line-strong',
}

/** How somebody is seen: a dot that repeats the word beside it. */
export function PresenceMark({ presence }: { presence: Presence }) {
  const t = useT()
  return (
    <span className="inline-flex items-center gap-1.5 text-small text-soft">
      <span aria-hidden className={classes('size-2 rounded-full border', looks[presence])} />
      {t(`assignment.presence.${presence}`)}
    </span>
  )
}
