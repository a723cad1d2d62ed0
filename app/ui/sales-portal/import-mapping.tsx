import { Form } from '@remix-run/react'
import { industrySlugs } from '#app/industries/industry.ts'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Field } from '../field.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { useT } from '../i18n-provider.tsx'
import { Select } from '../input.tsx'

/** What a column may hold; each also a key of the catalogue. */
const columns = [
  ...(['name', 'industry', 'city', 'contactName', 'phone', 'email'] as const),
  ...(['source', 'value', 'nextAction'] as const),
]
export type ImportColumnShown = (typeof columns)[number]

/** Says what each column of a file is, seeing the first rows. */
export function ImportMapping(props: {
  header: string[]
  guess: (ImportColumnShown | null)[]
  preview: string[][]
}) {
  const { header, guess, preview } = props
  const t = useT()
  return (
    <Form method="post" className="flex flex-col gap-6" noValidate>
      <FormErrorSummary />
      <Card
        title={t('prospects.importColumns')}
        description={t('prospects.importColumnsLead')}
        flush
      >
        <ul>
          {header.map((title, column) => (
            <li
              // Two columns may have one name.
              key={column}
              className="grid items-start gap-x-6 gap-y-2 border-t px-4 py-3 sm:grid-cols-2 sm:px-5"
            >
              <Field name={`column-${column}`} label={title || t('prospects.importUnnamed')}>
                <Select defaultValue={guess[column] ?? ''}>
                  <option value="">{t('prospects.importLeaveOut')}</option>
                  {columns.map((name) => (
                    <option key={name} value={name}>
                      {t(`prospects.${name}`)}
                    </option>
                  ))}
                </Select>
              </Field>
              <p className="min-w-0 text-small text-soft wrap-anywhere">
                {preview
                  .map((cells) => cells[column])
                  .filter(Boolean)
                  .join(' · ') || t('prospects.importEmptyColumn')}
              </p>
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <Field name="industry" label={t('prospects.importIndustry')}>
          <Select defaultValue="custom">
            {industrySlugs.map((slug) => (
              <option key={slug} value={slug}>
                {t(`auth.industry_${slug}`)}
              </option>
            ))}
          </Select>
        </Field>
      </Card>
      <div>
        <SubmitButton>{t('prospects.importStart')}</SubmitButton>
      </div>
    </Form>
  )
}
