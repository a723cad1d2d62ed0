import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'

export type ShownField = {
  id: number
  name: string
  type: 'text' | 'number' | 'date' | 'choice' | 'yes_no'
  choices: string[]
}

/** The right control for one of the company's own fields. */
export function CustomFieldInput({ field }: { field: ShownField & { value?: string } }) {
  return (
    <Field name={`field-${field.id}`} label={field.name} optional>
      <Control field={field} />
    </Field>
  )
}

function Control({ field }: { field: ShownField & { value?: string } }) {
  const t = useT()
  const { type, choices, value = '' } = field
  if (type === 'date') return <Input type="date" defaultValue={value} />
  if (type === 'number') return <Input inputMode="decimal" defaultValue={value} />
  if (type === 'text') return <Input defaultValue={value} maxLength={500} autoComplete="off" />
  const options =
    type === 'choice'
      ? choices.map((choice) => ({ value: choice, label: choice }))
      : [
          { value: 'yes', label: t('common.yes') },
          { value: 'no', label: t('common.no') },
        ]
  return (
    <Select defaultValue={value}>
      <option value="">{t('contacts.unknown')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </Select>
  )
}

/** A stored value as people read it. */
export function useFieldText() {
  const t = useT()
  return (field: { type: ShownField['type'] }, value: string): string => {
    if (field.type !== 'yes_no') return value
    return value === 'yes' ? t('common.yes') : t('common.no')
  }
}
