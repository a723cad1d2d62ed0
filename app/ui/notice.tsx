import type { ReactNode } from 'react'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { classes } from './classes.ts'

const looks = {
  info: { frame: 'bg-accent-soft text-accent-ink', icon: Info },
  good: { frame: 'bg-good-soft text-good', icon: CircleCheck },
  warn: { frame: 'bg-warn-soft text-warn', icon: TriangleAlert },
  bad: { frame: 'bg-bad-soft text-bad', icon: CircleAlert },
}

/** Something to know about this page that stays: a paused AI, an expired token, being offline. */
export function Notice(props: {
  tone?: keyof typeof looks
  action?: ReactNode
  /** `bar` runs along the top of a pane, without corners. */
  look?: 'box' | 'bar'
  children: ReactNode
}) {
  const { frame, icon: Icon } = looks[props.tone ?? 'info']
  return (
    <div
      className={classes(
        'flex flex-wrap items-center gap-x-3 gap-y-2 px-3 py-2.5',
        props.look !== 'bar' && 'rounded-md',
        frame,
      )}
    >
      <p className="flex min-w-0 flex-1 basis-60 items-start gap-2.5">
        <Icon className="mt-0.5 size-4 shrink-0" aria-hidden />
        <span>{props.children}</span>
      </p>
      {props.action}
    </div>
  )
}
