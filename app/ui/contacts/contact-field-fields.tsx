import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select, Textarea } from '../input.tsx'

const types = ['text', 'number', 'date', 'choice', 'yes_no'] as const

/** What one of the company's own fields is; its kind cannot be changed later. */
export function ContactFieldFields(props: {
  field?: { name: string; type: (typeof types)[number]; choices: string[] }
}) {
  const t = useT()
  const { field } = props
  return (
    <>
      <Field name="name" label={t('contacts.fieldName')}>
        <Input defaultValue={field?.name} maxLength={60} autoComplete="off" />
      </Field>
      {!field && (
        <Field name="type" label={t('contacts.fieldType')}>
          <Select defaultValue="text">
            {types.map((type) => (
              <option key={type} value={type}>
                {t(`contacts.fieldType.${type}`)}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {(!field || field.type === 'choice') && (
        <Field
          name="choices"
          label={t('contacts.fieldChoices')}
          help={t('contacts.fieldChoicesHelp')}
          optional={!field}
        >
          <Textarea defaultValue={field?.choices.join('\n')} />
        </Field>
      )}
    </>
  )
}
