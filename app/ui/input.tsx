import { forwardRef } from 'react'
import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from 'react'
import { ChevronDown } from 'lucide-react'
import { classes } from './classes.ts'
import { useFieldControl } from './field.tsx'

type InputProps = InputHTMLAttributes<HTMLInputElement> & {
  /** Fixed text inside the frame: a currency before, a unit or a domain after. */
  before?: ReactNode
  after?: ReactNode
}

/** One line of text. Inside a `Field` it takes name, id, value and error from there. */
export const Input = forwardRef<HTMLInputElement, InputProps>(function Input(props, ref) {
  const { before, after, className, ...rest } = props
  const merged = useControlProps(rest)
  if (!before && !after)
    return <input ref={ref} {...merged} className={classes('control', className)} />
  return (
    <span className="flex items-stretch">
      {before && <Affix className="rounded-l-md border-r-0">{before}</Affix>}
      <input
        ref={ref}
        {...merged}
        className={classes(
          'control min-w-0',
          Boolean(before) && 'rounded-l-none!',
          Boolean(after) && 'rounded-r-none!',
          className,
        )}
      />
      {after && <Affix className="rounded-r-md border-l-0">{after}</Affix>}
    </span>
  )
})

/** Several lines; grows with its text where the browser can. */
export const Textarea = forwardRef<
  HTMLTextAreaElement,
  TextareaHTMLAttributes<HTMLTextAreaElement>
>(function Textarea({ className, rows = 3, ...rest }, ref) {
  const merged = useControlProps(rest)
  return (
    <textarea
      ref={ref}
      rows={rows}
      {...merged}
      className={classes('control field-sizing-content min-h-20 resize-y', className)}
    />
  )
})

/** The browser's own list: works everywhere, opens the phone's picker. */
export const Select = forwardRef<HTMLSelectElement, SelectHTMLAttributes<HTMLSelectElement>>(
  function Select({ className, children, ...rest }, ref) {
    const merged = useControlProps(rest)
    return (
      <span className={classes('relative block', className)}>
        <select ref={ref} {...merged} className="control appearance-none pr-9">
          {children}
        </select>
        <ChevronDown
          className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-faint"
          aria-hidden
        />
      </span>
    )
  },
)

function Affix({ className, children }: { className: string; children: ReactNode }) {
  return (
    <span
      className={classes(
        'flex shrink-0 items-center border border-line-field bg-sunken px-3 whitespace-nowrap text-soft',
        className,
      )}
    >
      {children}
    </span>
  )
}

// A control that is given `value` is the page's own; the value typed before must not fight it.
function useControlProps<Props extends { value?: unknown; defaultValue?: unknown }>(props: Props) {
  const { defaultValue, ...field } = useFieldControl()
  if ('value' in props) return { ...field, ...props }
  return { ...field, ...props, defaultValue: defaultValue ?? props.defaultValue } as typeof props
}
