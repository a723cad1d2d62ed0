import { useEffect, useRef } from 'react'
import { CircleAlert } from 'lucide-react'
import { fieldId } from './field.tsx'
import { useFieldErrorText, useFormResult } from './form-state.tsx'
import { useT } from './i18n-provider.tsx'

/**
 * What is wrong with the form, at its top, each line a link to its field. `labels` names the fields;
 * a field without a label here shows its sentence alone. Shows nothing when nothing is wrong.
 */
export function FormErrorSummary({ labels = {} }: { labels?: Record<string, string> }) {
  const t = useT()
  const errorText = useFieldErrorText()
  const { errors = {} } = useFormResult()
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(errors).filter(([, error]) => error)
  useEffect(() => {
    if (Object.values(errors).some(Boolean)) box.current?.focus()
  }, [errors])
  if (entries.length === 0) return null
  const fields = entries.filter(([name]) => name !== '')
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="flex gap-2.5 rounded-md bg-bad-soft px-3 py-2.5 text-bad outline-none"
    >
      <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
      <div className="flex flex-col gap-1">
        {errors[''] && <p className="font-medium">{errorText(errors[''])}</p>}
        {fields.length > 0 && (
          <p className="font-medium">{t('errors.summaryTitle', { count: fields.length })}</p>
        )}
        {fields.length > 0 && (
          <ul className="flex flex-col gap-0.5">
            {fields.map(([name, error]) => (
              <li key={name}>
                <a href={`#${fieldId(name)}`} className="underline underline-offset-2">
                  {labels[name] ? `${labels[name]}: ` : ''}
                  {errorText(error)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
