import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { classes } from '#app/ui/classes.ts'

/** A figure that opens the rows behind it. */
export function Figure(props: {
  label: string
  value: string
  to: string
  hint?: ReactNode
  tone?: 'bad'
}) {
  const { label, value, to, hint, tone } = props
  return (
    <div className="relative flex min-w-0 flex-col gap-1 rounded-md border bg-surface p-3 hover:bg-hover sm:p-4">
      <dl className="flex flex-col gap-1">
        <dt className="text-soft">{label}</dt>
        <dd
          className={classes('text-title font-semibold tabular-nums', tone === 'bad' && 'text-bad')}
        >
          <Link
            to={to}
            className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            <span className="sr-only">{label}: </span>
            {/* A long amount breaks after its currency, never inside the number. */}
            {value.replaceAll('\u00a0', ' ')}
          </Link>
        </dd>
      </dl>
      {hint && <p className="text-small text-faint">{hint}</p>}
    </div>
  )
}
