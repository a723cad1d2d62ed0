import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { Link } from '@remix-run/react'
import { classes } from './classes.ts'

export type Tab = { to: string; label: ReactNode; active: boolean; badge?: ReactNode }

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const nav = useRef<HTMLElement>(null)
  const current = tabs.find((tab) => tab.active)?.to
  useEffect(() => {
    const tab = nav.current?.querySelector('[aria-current]')
    // Only sideways, and only where the tabs do not fit.
    if (tab && nav.current && nav.current.scrollWidth > nav.current.clientWidth)
      tab.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  return (
    <nav ref={nav} aria-label={label} className="relative flex gap-1 overflow-x-auto border-b">
      {tabs.map((tab) => (
        <Link
          key={tab.to}
          to={tab.to}
          prefetch="intent"
          aria-current={tab.active ? 'page' : undefined}
          className={classes(
            '-mb-px flex items-center gap-2 rounded-t-md border-b-2 px-3 py-2.5 font-medium whitespace-nowrap transition-colors -outline-offset-2!',
            tab.active
              ? 'border-accent text-ink'
              : 'border-transparent text-soft hover:border-line-strong hover:text-ink',
          )}
        >
          {tab.label}
          {tab.badge}
        </Link>
      ))}
    </nav>
  )
}
