import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input } from '../input.tsx'

/** Name of a stage, and how likely a sale is from there. */
export function StageFields({ name, probability }: { name?: string; probability?: number }) {
  const t = useT()
  return (
    <>
      <Field name="name" label={t('leads.stageName')}>
        <Input defaultValue={name} maxLength={40} autoComplete="off" />
      </Field>
      <Field name="probability" label={t('leads.probability')}>
        <Input inputMode="numeric" after="%" defaultValue={probability} />
      </Field>
    </>
  )
}
