import type { InputHTMLAttributes, ReactNode } from 'react'
import { FieldError, fieldId } from './field.tsx'
import { useFieldErrorText, useFormResult, useKeptCheck } from './form-state.tsx'

type ChoiceProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'name'> & {
  name: string
  label: ReactNode
  help?: ReactNode
}

/** One yes or no, label at its right. */
export function Checkbox({ name, label, help, defaultChecked, ...rest }: ChoiceProps) {
  const kept = useKeptCheck(name, defaultChecked)
  return (
    <Choice name={name} label={label} help={help} id={rest.id}>
      {(wiring) => (
        <input
          {...rest}
          {...startOf(rest, kept)}
          {...wiring}
          type="checkbox"
          name={name}
          className="mt-0.5 size-4 shrink-0 rounded-sm"
        />
      )}
    </Choice>
  )
}

/** A setting that is on or off: a checkbox that looks like what it does. Label left, switch right. */
export function Switch({ name, label, help, defaultChecked, ...rest }: ChoiceProps) {
  const kept = useKeptCheck(name, defaultChecked)
  const id = rest.id ?? fieldId(name)
  return (
    <div className="flex items-start justify-between gap-6">
      <span className="flex flex-col gap-0.5">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {help && (
          <span id={`${id}-help`} className="text-small text-faint">
            {help}
          </span>
        )}
      </span>
      <span className="relative mt-px inline-flex h-6 w-10 shrink-0">
        <input
          {...rest}
          {...startOf(rest, kept)}
          id={id}
          name={name}
          type="checkbox"
          role="switch"
          aria-describedby={help ? `${id}-help` : undefined}
          className="peer absolute inset-0 size-full cursor-pointer appearance-none rounded-full border border-line-field bg-sunken transition-colors checked:border-accent checked:bg-accent disabled:cursor-not-allowed disabled:opacity-60"
        />
        <span className="pointer-events-none absolute top-1 left-1 size-4 rounded-full bg-line-field transition-[translate,background-color] peer-checked:translate-x-4 peer-checked:bg-accent-on" />
      </span>
    </div>
  )
}

// A checkbox that is given `checked` is the page's own.
function startOf(props: { checked?: boolean }, kept: boolean) {
  return 'checked' in props ? {} : { defaultChecked: kept }
}

export type RadioOption = { value: string; label: ReactNode; help?: ReactNode; disabled?: boolean }

/** One of a few, all in view. Past six options use a Select. */
export function RadioGroup(props: {
  name: string
  legend: ReactNode
  options: RadioOption[]
  defaultValue?: string
  help?: ReactNode
  /** `cards` frames each option; for choices that deserve a sentence. */
  look?: 'plain' | 'cards'
}) {
  const { name, legend, options, defaultValue, help, look = 'plain' } = props
  const result = useFormResult()
  const errorText = useFieldErrorText()(result.errors?.[name])
  const id = fieldId(name)
  return (
    <fieldset
      id={id}
      className="flex flex-col gap-2"
      aria-describedby={errorText ? `${id}-error` : undefined}
    >
      <legend className="mb-1.5 font-medium">{legend}</legend>
      {help && <p className="-mt-1 text-small text-faint">{help}</p>}
      {options.map((option) => (
        <label key={option.value} className={look === 'cards' ? framedOption : plainOption}>
          <input
            type="radio"
            name={name}
            value={option.value}
            disabled={option.disabled}
            defaultChecked={option.value === (result.values?.[name] ?? defaultValue)}
            className="mt-0.5 size-4 shrink-0"
          />
          <span className="flex flex-col">
            <span className={look === 'cards' ? 'font-medium' : undefined}>{option.label}</span>
            {option.help && <span className="text-small text-faint">{option.help}</span>}
          </span>
        </label>
      ))}
      <FieldError id={`${id}-error`} text={errorText} />
    </fieldset>
  )
}

const plainOption = 'flex cursor-pointer items-start gap-2.5 py-0.5'
const framedOption =
  'flex cursor-pointer items-start gap-3 rounded-md border border-line-strong bg-surface p-3 transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft'

type Wiring = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true }

function Choice(props: {
  name: string
  label: ReactNode
  help?: ReactNode
  id?: string
  children: (wiring: Wiring) => ReactNode
}) {
  const { name, label, help, id = fieldId(name), children } = props
  const errorText = useFieldErrorText()(useFormResult().errors?.[name])
  const described = [errorText && `${id}-error`, help && `${id}-help`].filter(Boolean).join(' ')
  return (
    <div className="flex flex-col gap-1">
      <span className="flex items-start gap-2.5">
        {children({
          id,
          'aria-describedby': described || undefined,
          'aria-invalid': errorText ? true : undefined,
        })}
        <span className="flex flex-col">
          <label htmlFor={id}>{label}</label>
          {help && (
            <span id={`${id}-help`} className="text-small text-faint">
              {help}
            </span>
          )}
        </span>
      </span>
      <FieldError id={`${id}-error`} text={errorText} />
    </div>
  )
}
