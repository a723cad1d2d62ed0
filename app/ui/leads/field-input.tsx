import type { ShownField } from '#app/domain/lead-fields/shown.ts'
import { toMoneyInput } from '#app/i18n/money.ts'
import { Field } from '../field.tsx'
import { useI18n } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'

/** The control that fits the kind of a field, filled with what is known. */
export function FieldInput({ field, currency }: { field: ShownField; currency: string }) {
  const { t, language } = useI18n()
  return (
    <Field name="value" label={t('leads.fieldValue')}>
      <Control {...{ field, currency, language }} />
    </Field>
  )
}

function Control(props: { field: ShownField; currency: string; language: 'en' | 'sw' }) {
  const { field, currency, language } = props
  const { t } = useI18n()
  const value = field.value ?? ''
  if (field.kind === 'date') return <Input type="date" defaultValue={value} />
  if (field.kind === 'number') return <Input inputMode="decimal" defaultValue={value} />
  if (field.kind === 'money') {
    const typed = value && toMoneyInput(Number(value), currency)
    return <Input inputMode="decimal" before={currency} defaultValue={typed} />
  }
  if (field.kind === 'text') return <Input maxLength={200} defaultValue={value} />
  const options =
    field.kind === 'choice'
      ? field.options.map((one) => ({ value: one.value, label: one.label[language] }))
      : [
          { value: 'yes', label: t('common.yes') },
          { value: 'no', label: t('common.no') },
        ]
  return (
    <Select defaultValue={value}>
      <option value="" />
      {options.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </Select>
  )
}
