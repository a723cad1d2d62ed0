import { Form } from '@remix-run/react'
import { cannedVariables } from '#app/domain/canned-responses/fill.ts'
import type { CannedRow } from '#app/domain/canned-responses/shown.ts'
import { SubmitButton } from '../button.tsx'
import { Card } from '../card.tsx'
import { Checkbox } from '../choice.tsx'
import { ConfirmDialog } from '../confirm-dialog.tsx'
import { Field } from '../field.tsx'
import { FileInput } from '../file-input.tsx'
import { FormErrorSummary } from '../form-error-summary.tsx'
import { FormState } from '../form-state.tsx'
import type { FormResult } from '../form-state.tsx'
import { useT } from '../i18n-provider.tsx'
import { Input, Select, Textarea } from '../input.tsx'
import { Page, PageHeader } from '../page.tsx'

/** One ready-made answer: new, or to change and delete. */
export function CannedPage(props: {
  action: string
  canned?: CannedRow
  departments: { id: number; name: string }[]
  result?: FormResult
}) {
  const { action, canned, departments, result } = props
  const t = useT()
  return (
    <Page width="narrow">
      <PageHeader
        title={t(canned ? 'composer.cannedEdit' : 'composer.cannedNew')}
        back={{ to: '/settings/canned-responses', label: t('composer.canned') }}
        actions={
          canned && (
            <ConfirmDialog
              id="delete"
              trigger={t('common.delete')}
              title={t('composer.cannedDeleteTitle', { name: canned.title })}
              action={`${action}/deletion`}
              confirmLabel={t('common.delete')}
            />
          )
        }
      />
      <Card>
        <FormState result={result}>
          <Form
            method="post"
            action={action}
            encType="multipart/form-data"
            noValidate
            className="flex flex-col gap-5"
          >
            <FormErrorSummary />
            <Field
              name="shortcut"
              label={t('composer.cannedShortcut')}
              help={t('composer.cannedShortcutHelp')}
            >
              <Input before="/" maxLength={40} autoComplete="off" defaultValue={canned?.shortcut} />
            </Field>
            <Field name="title" label={t('composer.cannedTitle')}>
              <Input maxLength={80} autoComplete="off" defaultValue={canned?.title} />
            </Field>
            <Field
              name="text"
              label={t('composer.cannedText')}
              help={t('composer.cannedTextHelp', {
                names: cannedVariables.map((name) => `{${name}}`).join(' '),
              })}
            >
              <Textarea rows={6} defaultValue={canned?.text} />
            </Field>
            <Field name="departmentId" label={t('composer.cannedFor')}>
              <Select defaultValue={canned?.departmentId ?? ''}>
                <option value="">{t('composer.cannedForAll')}</option>
                {departments.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </Field>
            <Files canned={canned} />
            <div>
              <SubmitButton action={action}>{t('common.save')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
    </Page>
  )
}

function Files({ canned }: { canned?: CannedRow }) {
  const t = useT()
  return (
    <>
      {canned?.files.map((file) => (
        <Checkbox
          key={file.id}
          id={`removed-${file.id}`}
          name="removedFileId"
          value={file.id}
          label={t('composer.cannedFileRemove', { name: file.name })}
        />
      ))}
      <Field name="files" label={t('composer.cannedFiles')} optional>
        <FileInput multiple />
      </Field>
    </>
  )
}
