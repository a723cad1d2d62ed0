import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'

/** A credential: typed or pasted, never shown again. */
export function SecretField(props: {
  name: string
  label: string
  help: string
  isNew: boolean
  optional?: boolean
}) {
  const { name, label, help, isNew, optional } = props
  const t = useT()
  return (
    <Field name={name} label={label} help={help} optional={optional || !isNew}>
      <Input
        type="password"
        autoComplete="new-password"
        spellCheck={false}
        placeholder={isNew ? undefined : t('channels.kept')}
      />
    </Field>
  )
}
