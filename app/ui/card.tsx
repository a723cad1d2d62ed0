import type { ReactNode } from 'react'
import { classes } from './classes.ts'

/** A framed group. `flush` leaves the padding to the content: tables, lists. */
export function Card(props: {
  title?: ReactNode
  description?: ReactNode
  actions?: ReactNode
  footer?: ReactNode
  flush?: boolean
  className?: string
  children?: ReactNode
}) {
  const { title, description, actions, footer, flush, className, children } = props
  return (
    <section className={classes('min-w-0 rounded-md border bg-surface', className)}>
      {title && (
        <header
          className={classes(
            'relative flex items-start justify-between gap-4 px-4 pt-4',
            flush ? 'pb-4' : 'sm:px-5',
          )}
        >
          <div>
            <h2 className="font-semibold">{title}</h2>
            {description && <p className="mt-0.5 text-soft">{description}</p>}
          </div>
          {actions && <div className="flex shrink-0 gap-2">{actions}</div>}
        </header>
      )}
      <div className={flush ? undefined : 'p-4 sm:p-5'}>{children}</div>
      {footer && (
        <footer className="flex flex-wrap items-center justify-end gap-2 border-t bg-canvas px-4 py-3 sm:px-5 rounded-b-md">
          {footer}
        </footer>
      )}
    </section>
  )
}
