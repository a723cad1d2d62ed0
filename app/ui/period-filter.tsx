import { Field } from './field.tsx'
import { useT } from './i18n-provider.tsx'
import { Select } from './input.tsx'
import { periods } from './periods.ts'

/** The period in words, for a form that is sent by GET. */
export function PeriodField({ days }: { days: string }) {
  const t = useT()
  return (
    <Field name="days" label={t('closing.period')}>
      <Select defaultValue={days}>
        {periods.map((value) => (
          <option key={value} value={value === '' ? 'all' : value}>
            {value === '' ? t('closing.allTime') : t('closing.days', { count: Number(value) })}
          </option>
        ))}
      </Select>
    </Field>
  )
}
