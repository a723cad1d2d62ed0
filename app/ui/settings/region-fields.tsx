import { languageNames, languages } from '#app/i18n/languages.ts'
import { Field } from '../field.tsx'
import { useT } from '../i18n-provider.tsx'
import { Select } from '../input.tsx'
import { Section } from '../page.tsx'

export function RegionFields(props: {
  region: { timeZone: string; currency: string; language: string }
  zones: string[]
  currencies: { code: string; name: string }[]
}) {
  const { region, zones, currencies } = props
  const t = useT()
  return (
    <Section title={t('settings.region')} description={t('settings.regionLead')}>
      <Field name="timeZone" label={t('settings.timeZone')} help={t('settings.timeZoneHelp')}>
        <Select defaultValue={region.timeZone}>
          {!zones.includes(region.timeZone) && <option>{region.timeZone}</option>}
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="currency" label={t('settings.currency')} help={t('settings.currencyHelp')}>
        <Select defaultValue={region.currency}>
          {currencies.map(({ code, name }) => (
            <option key={code} value={code}>
              {`${code}, ${name}`}
            </option>
          ))}
        </Select>
      </Field>
      <Field name="language" label={t('settings.language')} help={t('settings.languageHelp')}>
        <Select defaultValue={region.language}>
          {languages.map((language) => (
            <option key={language} value={language} lang={language}>
              {languageNames[language]}
            </option>
          ))}
        </Select>
      </Field>
    </Section>
  )
}
