import { Bell } from 'lucide-react'
import { Link } from '@remix-run/react'
import { CountBadge } from './badge.tsx'
import { classes } from './classes.ts'

/** Where notifications are, and how many are new; `label` says both. */
export type BellFacts = { to: string; title: string; label: string; count: number; active: boolean }

export function BellLink({ bell }: { bell: BellFacts }) {
  const { to, title, label, count, active } = bell
  return (
    <Link
      to={to}
      prefetch="intent"
      title={title}
      aria-current={active ? 'page' : undefined}
      className={classes(
        'relative grid size-9 shrink-0 place-items-center rounded-md transition-colors',
        active ? 'bg-accent-soft text-accent-ink' : 'text-soft hover:bg-hover hover:text-ink',
      )}
    >
      <Bell className="size-[1.125rem]" aria-hidden />
      <span className="sr-only">{title}</span>
      <span className="absolute -top-0.5 -right-0.5 flex origin-top-right scale-75">
        <CountBadge count={count} label={label} />
      </span>
    </Link>
  )
}
