import type { ReactNode } from 'react'
import { Form, Link } from '@remix-run/react'
import { classes } from './classes.ts'
import { buttonClass } from './button.tsx'
import type { ButtonLook } from './button.tsx'
import { useMenuPanel } from './menu-panel.ts'
import type { MenuPlacement } from './menu-panel.ts'

/**
 * A button that opens a list of actions: `<details>`, so it works before JavaScript; with it, Escape,
 * a click elsewhere and a choice close it. `label` names an icon-only trigger.
 */
export function Menu(props: {
  trigger: ReactNode
  label?: string
  look?: ButtonLook
  /** Replaces the button's looks altogether. */
  triggerClassName?: string
  placement?: MenuPlacement
  onToggle?: (isOpen: boolean) => void
  children: ReactNode
}) {
  const { trigger, label, look, triggerClassName, placement = 'below-end', children } = props
  const { onToggle } = props
  const [details, panel] = useMenuPanel(placement)
  return (
    <details
      ref={details}
      onToggle={(event) => {
        // A fold inside tells its own opening here too.
        if (event.target === event.currentTarget) onToggle?.(event.currentTarget.open)
      }}
      className="group relative"
    >
      <summary
        aria-label={label}
        className={triggerClassName ?? buttonClass({ variant: 'quiet', ...look }, Boolean(label))}
      >
        {trigger}
      </summary>
      <div
        ref={panel}
        className={classes(
          'absolute z-30 min-w-52 animate-[rise_120ms_ease-out] rounded-md bg-raised p-1 shadow-float',
          places[placement],
        )}
      >
        {children}
      </div>
    </details>
  )
}

// Where the panel stands before JavaScript can place it.
const places = {
  'below-end': 'top-full right-0 mt-1',
  'below-start': 'top-full left-0 mt-1',
  'above-start': 'bottom-full left-0 mb-1',
  'above-end': 'bottom-full right-0 mb-1',
}

const item =
  'flex w-full items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-left text-ink hover:bg-hover pointer-coarse:py-2.5 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-faint'

export function MenuLink(props: { to: string; icon?: ReactNode; children: ReactNode }) {
  return (
    <Link to={props.to} className={item}>
      {props.icon}
      {props.children}
    </Link>
  )
}

/** A choice that changes something: a POST form of its own, `fields` as hidden inputs. */
export function MenuAction(props: {
  action: string
  fields?: Record<string, string>
  icon?: ReactNode
  danger?: boolean
  /** A full page load instead of a fetch: for what changes the session or the language. */
  reloadDocument?: boolean
  checked?: boolean
  children: ReactNode
}) {
  const { action, fields = {}, icon, danger, reloadDocument, checked, children } = props
  return (
    <Form method="post" action={action} reloadDocument={reloadDocument}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        aria-pressed={checked}
        className={classes(item, danger && 'text-bad! [&>svg]:text-bad!', checked && 'font-medium')}
      >
        {icon}
        {children}
      </button>
    </Form>
  )
}

export function MenuLine() {
  return <hr className="my-1 -mx-1" />
}

export function MenuHeading({ children }: { children: ReactNode }) {
  return <p className="px-2.5 pt-2 pb-1 text-small font-medium text-faint">{children}</p>
}
