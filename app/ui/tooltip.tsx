import { useId, useState } from 'react'
import type { ReactNode } from 'react'
import { classes } from './classes.ts'

const centred = 'left-1/2 w-max max-w-64 -translate-x-1/2'
const places = {
  top: `bottom-full mb-1.5 ${centred}`,
  bottom: `top-full mt-1.5 ${centred}`,
  box: 'inset-x-2 top-10',
}

/**
 * A short hint on hover and focus; Escape takes it away. Never the only place of something needed:
 * phones do not hover. The child is what gets described.
 */
export function Tooltip(props: {
  text: ReactNode
  /** `box`: below, as wide as the positioned box around it, so that it never leaves a phone */
  side?: keyof typeof places
  children: (describedBy: { 'aria-describedby': string }) => ReactNode
}) {
  const { text, side = 'top', children } = props
  const id = useId()
  const [dismissed, setDismissed] = useState(false)
  return (
    // What is inside takes the focus; this only hears Escape on its way up.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <span
      className={classes('group/tip inline-flex', side !== 'box' && 'relative')}
      onPointerEnter={() => setDismissed(false)}
      onFocus={() => setDismissed(false)}
      onKeyDown={(event) => event.key === 'Escape' && setDismissed(true)}
    >
      {children({ 'aria-describedby': id })}
      <span
        id={id}
        role="tooltip"
        className={classes(
          'invisible absolute z-40 rounded-sm bg-ink px-2 py-1 text-small text-surface opacity-0 transition-opacity delay-200',
          places[side],
          !dismissed &&
            'group-focus-within/tip:visible group-focus-within/tip:opacity-100 group-hover/tip:visible group-hover/tip:opacity-100',
        )}
      >
        {text}
      </span>
    </span>
  )
}
