import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select } from '../input.tsx'

const everyDays = [
  ['0', 'websites.every_0'],
  ['1', 'websites.every_1'],
  ['7', 'websites.every_7'],
  ['30', 'websites.every_30'],
] as const

const STANDARD = { depthMax: 3, pagesMax: 100, everyDays: 7 }

export function WebsiteFields() {
  const t = useT()
  return (
    <>
      <Field name="startUrl" label={t('websites.address')} help={t('websites.addressHelp')}>
        <Input inputMode="url" autoComplete="url" autoCapitalize="none" spellCheck={false} />
      </Field>
      <ReadingFields />
    </>
  )
}

/** How far and how often a website is read. */
export function ReadingFields(props: {
  site?: { depthMax: number; pagesMax: number; everyDays: number | null }
}) {
  const { depthMax, pagesMax, everyDays: every } = props.site ?? STANDARD
  const t = useT()
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="depthMax" label={t('websites.depth')} help={t('websites.depthHelp')}>
          <Input inputMode="numeric" defaultValue={depthMax} autoComplete="off" />
        </Field>
        <Field name="pagesMax" label={t('websites.pagesMax')}>
          <Input inputMode="numeric" defaultValue={pagesMax} autoComplete="off" />
        </Field>
      </div>
      <Field name="everyDays" label={t('websites.every')}>
        <Select defaultValue={String(every ?? 0)}>
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
