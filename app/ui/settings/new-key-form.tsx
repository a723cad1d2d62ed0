import { SubmitButton } from '../button.tsx'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'

export function NewKeyForm() {
  const t = useT()
  return (
    <div className="flex flex-col gap-4">
      <Field name="name" label={t('settings.keyName')} help={t('settings.keyNameHelp')}>
        <Input autoComplete="off" className="max-w-96" />
      </Field>
      <div>
        <SubmitButton action="/settings/api-keys">{t('settings.keyCreate')}</SubmitButton>
      </div>
    </div>
  )
}
