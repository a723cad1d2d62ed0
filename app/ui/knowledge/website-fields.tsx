import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'

const everyDays = [
  ['0', 'websites.every_0'],
  ['1', 'websites.every_1'],
  ['7', 'websites.every_7'],
  ['30', 'websites.every_30'],
] as const

export function WebsiteFields() {
  const t = useT()
  return (
    <>
      <Field name="startUrl" label={t('websites.address')} help={t('websites.addressHelp')}>
        <Input inputMode="url" autoComplete="url" autoCapitalize="none" spellCheck={false} />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="depthMax" label={t('websites.depth')} help={t('websites.depthHelp')}>
          <Input inputMode="numeric" defaultValue="3" autoComplete="off" />
        </Field>
        <Field name="pagesMax" label={t('websites.pagesMax')}>
          <Input inputMode="numeric" defaultValue="100" autoComplete="off" />
        </Field>
      </div>
      <Field name="everyDays" label={t('websites.every')}>
        <Select defaultValue="7">
          {everyDays.map(([value, label]) => (
            <option key={value} value={value}>
              {t(label)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  )
}
