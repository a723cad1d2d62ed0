import { useFormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'

// Whole keys: what is put together would bring every sentence of the area along.
const outcomes = [
  { value: 'resolved', label: 'closing.resolved', help: 'closing.resolvedHelp' },
  { value: 'won', label: 'closing.won', help: 'closing.wonHelp' },
  { value: 'lost', label: 'closing.lost', help: 'closing.lostHelp' },
  { value: 'abandoned', label: 'closing.abandoned', help: 'closing.abandonedHelp' },
] as const

/** How it ended, all in view. */
export function OutcomeRadios() {
  const t = useT()
  const { values } = useFormResult()
  return (
    <fieldset>
      <legend className="mb-2 font-medium">{t('closing.outcome')}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {outcomes.map(({ value, label, help }) => (
          <label
            key={value}
            htmlFor={`outcome-${value}`}
            className="flex cursor-pointer items-start gap-3 rounded-md border border-line-strong bg-surface p-3 transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              id={`outcome-${value}`}
              type="radio"
              name="outcome"
              value={value}
              defaultChecked={value === (values?.['outcome'] ?? 'resolved')}
              className="mt-0.5 size-4 shrink-0"
            />
            <span className="flex flex-col font-medium">
              {t(label)}
              <span className="text-small font-normal text-faint">{t(help)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
