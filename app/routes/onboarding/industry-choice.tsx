import { industrySlugs } from '#app/industries/industry.ts'
import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Select } from '#app/ui/input.tsx'

export function IndustryChoice({ industry }: { industry: string }) {
  const t = useT()
  return (
    <Field name="industry" label={t('auth.industry')} help={t('onboarding.industryHelp')}>
      <Select defaultValue={industry}>
        {industrySlugs.map((slug) => (
          <option key={slug} value={slug}>
            {t(`auth.industry_${slug}`)}
          </option>
        ))}
      </Select>
    </Field>
  )
}
