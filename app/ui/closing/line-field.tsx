import type { InputHTMLAttributes, ReactNode } from 'react'
import { classes } from '../classes.ts'
import { FieldError, fieldId } from '../field.tsx'
import { useFieldErrorText, useFormResult } from '../form-state.tsx'

/** A field of one line: its name stands above the first line only, for the eye. */
export function LineField(props: {
  name: string
  label: string
  isLabelled: boolean
  className?: string
  children: (wiring: LineWiring) => ReactNode
}) {
  const { name, label, isLabelled, className, children } = props
  const { errors, values } = useFormResult()
  const errorText = useFieldErrorText()(errors?.[name])
  const id = fieldId(name)
  return (
    <div className={classes('flex min-w-0 flex-col gap-1', className)}>
      <label
        htmlFor={id}
        className={classes('text-small font-medium', !isLabelled && 'sm:sr-only')}
      >
        {label}
      </label>
      {children({
        ...{ id, name, value: values?.[name] },
        ...{ 'aria-invalid': errorText ? true : undefined },
        'aria-describedby': errorText ? `${id}-error` : undefined,
      })}
      <FieldError id={`${id}-error`} text={errorText} />
    </div>
  )
}

/** `value` is what was typed before, when the form came back. */
export type LineWiring = { id: string; name: string; value: string | undefined } & Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'aria-invalid' | 'aria-describedby'
>
