import { labelColors } from '#app/domain/labels/colors.ts'
import type { LabelColor } from '#app/domain/labels/colors.ts'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'

/** Name and colour of a tag or a priority. */
export function LabelFields({ name, color }: { name?: string; color?: LabelColor }) {
  const t = useT()
  return (
    <>
      <Field name="name" label={t('labels.name')}>
        <Input defaultValue={name} maxLength={40} autoComplete="off" />
      </Field>
      <Field name="color" label={t('labels.color')}>
        <Select defaultValue={color ?? 'neutral'}>
          {labelColors.map((value) => (
            <option key={value} value={value}>
              {t(`labels.color.${value}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
