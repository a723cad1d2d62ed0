import type { ReactNode } from 'react'

/** What is wider than a phone: it scrolls sideways, with the keyboard too. */
export function SideScroll({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      className="relative overflow-x-auto"
      role="group"
      aria-label={label}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- or the keyboard cannot scroll it
      tabIndex={0}
    >
      {children}
    </div>
  )
}
