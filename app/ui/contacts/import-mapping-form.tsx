import { Form } from '@remix-run/react'
import { importTargets } from '#app/domain/contact-imports/mapping.ts'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { RadioGroup } from '../choice.tsx'
import { Field } from '../field.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { useT } from '../i18n-provider.tsx'
import { Select } from '../input.tsx'

type Run = { id: number; header: string[]; mapping: (string | null)[]; duplicates: string }

/** Says what each column of a file is, seeing the first rows, and what to do with known people. */
export function ImportMappingForm(props: {
  run: Run
  preview: string[][]
  fields: { id: number; name: string }[]
}) {
  const t = useT()
  const { run, preview, fields } = props
  return (
    <Form method="post" className="flex flex-col gap-6" noValidate>
      <FormErrorSummary />
      <Card title={t('imports.columns')} description={t('imports.columnsLead')} flush>
        <ul>
          {run.header.map((title, column) => (
            <li
              // Two columns may have one name.
              key={column}
              className="grid items-start gap-x-6 gap-y-2 border-t px-4 py-3 sm:grid-cols-2 sm:px-5"
            >
              <ColumnChoice {...{ title, column, run, fields }} />
              <p className="min-w-0 text-small text-soft wrap-anywhere">
                {preview
                  .map((row) => row[column])
                  .filter(Boolean)
                  .join(' · ') || t('imports.emptyColumn')}
              </p>
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <RadioGroup
          name="duplicates"
          legend={t('imports.duplicates')}
          help={t('imports.duplicatesHelp')}
          defaultValue={run.duplicates}
          options={[
            { value: 'update', label: t('imports.duplicatesUpdate') },
            { value: 'skip', label: t('imports.duplicatesSkip') },
          ]}
        />
      </Card>
      <div>
        <SubmitButton>{t('imports.start')}</SubmitButton>
      </div>
    </Form>
  )
}

function ColumnChoice(props: {
  title: string
  column: number
  run: Run
  fields: { id: number; name: string }[]
}) {
  const t = useT()
  const { title, column, run, fields } = props
  return (
    <Field name={`column-${column}`} label={title || t('imports.unnamedColumn')}>
      <Select defaultValue={run.mapping[column] ?? ''}>
        <option value="">{t('imports.leaveOut')}</option>
        {importTargets.map((target) => (
          <option key={target} value={target}>
            {t(`imports.column.${target}`)}
          </option>
        ))}
        {fields.map((field) => (
          <option key={field.id} value={`field:${field.id}`}>
            {field.name}
          </option>
        ))}
      </Select>
    </Field>
  )
}
