import { forwardRef } from 'react'
import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { Link, useNavigation } from '@remix-run/react'
import type { LinkProps } from '@remix-run/react'
import { classes } from './classes.ts'

export type ButtonLook = {
  /** One primary at most in view; `danger` only where something is destroyed. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'small' | 'medium' | 'large'
  /** Shown before the label; alone, give the button an `aria-label`. */
  icon?: ReactNode
  /** Full width. */
  wide?: boolean
}

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  ButtonLook & {
    /** Shows a spinner in the label's place without changing the width, and refuses a second click. */
    pending?: boolean
  }

export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { variant, size, icon, wide, pending, className, children, disabled, ...rest } = props
  return (
    <button
      ref={ref}
      type="button"
      {...rest}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={classes(buttonClass({ variant, size, icon, wide }, !children), className)}
    >
      {pending && <span className="spinner absolute" aria-hidden />}
      <Label icon={icon} hidden={pending}>
        {children}
      </Label>
    </button>
  )
})

/** A `<button type="submit">` that is pending while the form it stands in is on its way. */
export function SubmitButton({ action, ...props }: ButtonProps & { action?: string }) {
  const navigation = useNavigation()
  const sending =
    navigation.state !== 'idle' &&
    navigation.formMethod !== undefined &&
    navigation.formMethod !== 'GET' &&
    (!action || navigation.formAction?.split('?')[0] === action)
  return <Button variant="primary" type="submit" pending={sending} {...props} />
}

/** A link that looks like a button: for going somewhere, never for changing something. */
export function LinkButton(props: LinkProps & ButtonLook) {
  const { variant, size, icon, wide, className, children, ...rest } = props
  return (
    <Link
      {...rest}
      className={classes(buttonClass({ variant, size, icon, wide }, !children), className)}
    >
      <Label icon={icon}>{children}</Label>
    </Link>
  )
}

const variants = {
  primary: 'bg-accent text-accent-on hover:bg-accent-strong border border-transparent',
  secondary: 'bg-surface text-ink border border-line-strong hover:bg-hover hover:border-line-field',
  quiet: 'text-soft hover:text-ink hover:bg-hover active:bg-pressed border border-transparent',
  danger: 'bg-bad-solid text-bad-on hover:brightness-90 border border-transparent',
}

const sizes = {
  small: 'h-7 px-2 text-small gap-1',
  medium: 'h-9 px-3 text-body gap-2 pointer-coarse:h-11',
  large: 'h-11 px-4 text-body gap-2',
}

const squares = { small: 'size-7', medium: 'size-9 pointer-coarse:size-11', large: 'size-11' }

/** The classes alone, for the few elements that are neither button nor link (a `<summary>`). */
export function buttonClass(look: ButtonLook, square = false): string {
  const { variant = 'secondary', size = 'medium', wide } = look
  return classes(
    'relative inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-md font-medium',
    'transition-colors disabled:cursor-not-allowed disabled:opacity-60 aria-busy:cursor-progress',
    variants[variant],
    square ? squares[size] : sizes[size],
    wide && 'w-full',
  )
}

function Label({
  icon,
  hidden,
  children,
}: {
  icon?: ReactNode
  hidden?: boolean
  children?: ReactNode
}) {
  return (
    <span className={classes('inline-flex items-center gap-[inherit]', hidden && 'opacity-0')}>
      {icon}
      {children}
    </span>
  )
}
