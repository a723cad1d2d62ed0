import type { ReactNode } from 'react'
import { ChevronRight } from 'lucide-react'
import { Link } from '@remix-run/react'
import { classes } from '../classes.ts'

/** One figure with its name; with `to`, the whole card leads to the rows behind it. */
export function Figure(props: {
  label: string
  value: ReactNode
  help?: string | undefined
  to?: string
  tone?: 'warn' | undefined
}) {
  const { label, value, help, to, tone } = props
  const content = (
    <>
      <span className="flex items-start justify-between gap-2 text-soft">
        {label}
        {to && <ChevronRight className="mt-0.5 size-4 shrink-0 text-faint" aria-hidden />}
      </span>
      <span
        className={classes('text-title font-semibold tabular-nums', tone === 'warn' && 'text-warn')}
      >
        {value}
      </span>
      {help && <span className="text-small text-faint">{help}</span>}
    </>
  )
  const frame = 'flex min-w-0 flex-col gap-1 rounded-md border bg-surface p-4'
  if (!to) return <div className={frame}>{content}</div>
  return (
    <Link to={to} prefetch="intent" className={classes(frame, 'transition-colors hover:bg-hover')}>
      {content}
    </Link>
  )
}
