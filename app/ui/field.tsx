import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import { CircleAlert } from 'lucide-react'
import { classes } from './classes.ts'
import { useFieldErrorText, useFormResult } from './form-state.tsx'
import type { FieldError } from './form-state.tsx'
import { useT } from './i18n-provider.tsx'

type FieldProps = {
  /** Name of the form field; also makes its id, which the error summary links to. */
  name: string
  label: ReactNode
  help?: ReactNode
  /** Overrides the one `FormState` holds for this name. */
  error?: FieldError
  /** Marks the label, so that the unmarked ones are the required ones. */
  optional?: boolean
  /** Stands at the label's right: a link, a counter. */
  aside?: ReactNode
  /** Only for a second field of the same name on one page. */
  id?: string
  children: ReactNode
}

/** Label above, help below, error beside. One control goes inside: Input, Textarea or Select. */
export function Field(props: FieldProps) {
  const { name, label, help, optional, aside, children } = props
  const t = useT()
  const control = useControl(props)
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={control.id} className="font-medium">
          {label}
          {optional && <span className="ml-2 font-normal text-faint">{t('common.optional')}</span>}
        </label>
        {aside && <span className="text-small text-faint">{aside}</span>}
      </div>
      <FieldContext.Provider value={{ ...control, name }}>{children}</FieldContext.Provider>
      <FieldError id={`${control.id}-error`} text={control.errorText} />
      {help && (
        <p id={`${control.id}-help`} className="text-small text-faint">
          {help}
        </p>
      )}
    </div>
  )
}

/** The sentence under a control; used by Field, Checkbox and RadioGroup. */
export function FieldError({ id, text }: { id: string; text: string | undefined }) {
  if (!text) return null
  return (
    <p id={id} className="flex items-start gap-1.5 text-small font-medium text-bad">
      <CircleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
      {text}
    </p>
  )
}

export function fieldId(name: string): string {
  return `field-${name.replace(/[^\w-]/g, '-')}`
}

type Control = {
  id: string
  name?: string
  errorText?: string
  describedBy?: string
  value?: string
  required?: boolean
}

const FieldContext = createContext<Control | undefined>(undefined)

/** Everything a control takes from the Field around it. Props given to the control itself win. */
export function useFieldControl() {
  const field = useContext(FieldContext)
  if (!field) return {}
  return {
    id: field.id,
    name: field.name,
    defaultValue: field.value,
    'aria-invalid': field.errorText ? true : undefined,
    'aria-describedby': field.describedBy,
    // Not `required`: the browser's own bubble would come in its language, before ours can.
    'aria-required': field.required || undefined,
  }
}

function useControl({ name, id = fieldId(name), error, help, optional }: FieldProps): Control {
  const result = useFormResult()
  const errorText = useFieldErrorText()(error ?? result.errors?.[name])
  const describedBy = classes(errorText && `${id}-error`, Boolean(help) && `${id}-help`)
  return {
    id,
    errorText,
    describedBy: describedBy || undefined,
    value: result.values?.[name],
    required: !optional,
  }
}
