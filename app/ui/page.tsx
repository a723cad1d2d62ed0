import type { ReactNode } from 'react'
import { ChevronLeft } from 'lucide-react'
import { Link } from '@remix-run/react'
import { classes } from './classes.ts'

const widths = { narrow: 'max-w-2xl', medium: 'max-w-4xl', wide: 'max-w-6xl', full: 'max-w-none' }

/** The padding and measure of every page that is not the inbox. */
export function Page(props: { width?: keyof typeof widths; children: ReactNode }) {
  return (
    <div
      className={classes(
        'mx-auto flex w-full flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8',
        widths[props.width ?? 'medium'],
      )}
    >
      {props.children}
    </div>
  )
}

/** Top of a page: its one h1, a sentence, and what one can do here. */
export function PageHeader(props: {
  title: ReactNode
  description?: ReactNode
  actions?: ReactNode
  /** The page above this one. */
  back?: { to: string; label: string }
}) {
  const { title, description, actions, back } = props
  return (
    <header className="flex flex-col gap-1">
      {back && (
        <Link
          to={back.to}
          className="-ml-1 mb-1 inline-flex items-center gap-1 self-start rounded-sm py-1 pr-2 text-soft hover:text-ink"
        >
          <ChevronLeft className="size-4" aria-hidden />
          {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-title font-semibold">{title}</h1>
          {description && <p className="mt-1 max-w-prose text-soft">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </header>
  )
}

/** A part of a settings page: what it is about at the left, its fields at the right. */
export function Section(props: {
  title: ReactNode
  description?: ReactNode
  id?: string
  children: ReactNode
}) {
  const { title, description, id, children } = props
  return (
    <section id={id} className="grid gap-x-10 gap-y-4 border-t pt-6 lg:grid-cols-[15rem_1fr]">
      <header>
        <h2 className="font-semibold">{title}</h2>
        {description && <p className="mt-1 text-soft text-pretty">{description}</p>}
      </header>
      <div className="flex min-w-0 flex-col gap-5">{children}</div>
    </section>
  )
}
