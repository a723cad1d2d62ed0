import type { ReactNode } from 'react'
import { classes } from './classes.ts'

const tones = {
  neutral: 'bg-sunken text-soft',
  accent: 'bg-accent-soft text-accent-ink',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  ai: 'bg-ai-soft text-ai',
}

export type Tone = keyof typeof tones

/** A state in a word. The tone only repeats what the word says. */
export function Badge(props: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-flex h-5 max-w-full items-center gap-1 rounded-sm align-middle px-1.5 text-small font-medium whitespace-nowrap',
        tones[props.tone ?? 'neutral'],
      )}
    >
      {props.icon}
      <span className="truncate">{props.children}</span>
    </span>
  )
}

/** A number on a navigation item or tab; nothing for zero, `99+` past two digits. */
export function CountBadge({ count, label }: { count: number; label: string }) {
  if (count <= 0) return null
  return (
    <span className="inline-flex h-5 min-w-5 items-center justify-center rounded-full bg-accent px-1.5 text-small font-semibold text-accent-on">
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  )
}
