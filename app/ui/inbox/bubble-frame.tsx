import type { ReactNode } from 'react'
import { classes } from '../classes.ts'

/** Where a message stands: one's own side to the right. `isFirst`: the one before was by somebody else. */
export function BubbleFrame(props: {
  isOurs: boolean
  isFirst: boolean
  id?: string
  children: ReactNode
}) {
  const { isOurs, isFirst, id, children } = props
  return (
    <li
      id={id}
      tabIndex={-1}
      className={classes(
        'flex px-4 outline-none target:bg-accent-soft/50',
        isOurs && 'justify-end',
        isFirst ? 'pt-4' : 'pt-1',
        // Room for the open menu, which only a script can place above the composer.
        'noscript:has-[details[open]]:pb-64',
      )}
    >
      <div
        className={classes(
          'group/bubble flex max-w-[min(36rem,85%)] min-w-0 flex-col',
          isOurs && 'items-end',
        )}
      >
        {children}
      </div>
    </li>
  )
}
