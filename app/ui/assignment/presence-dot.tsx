import type { Presence } from '#app/domain/assignment/presence.ts'
import { classes } from '../classes.ts'
import { useT } from '../i18n-provider.tsx'

const looks = {
  online: 'bg-good border-good',
  busy: 'bg-bad border-bad rounded-[3px]!',
  away: 'border-warn border-2',
  offline: 'border-line-field border-dashed',
}

/** A state by shape and colour; `word` writes it out beside, else it is there for the ear. */
export function PresenceDot({ presence, word }: { presence: Presence; word?: boolean }) {
  const t = useT()
  const text = t(`assignment.presence.${presence}`)
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap" title={text}>
      <span
        className={classes('size-2.5 shrink-0 rounded-full border', looks[presence])}
        aria-hidden
      />
      <span className={word ? undefined : 'sr-only'}>{text}</span>
    </span>
  )
}
