import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { createImport, listImports } from '#app/domain/contact-imports/imports.server.ts'
import { readTable } from '#app/domain/contact-imports/read-table.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { bytesOf, findUpload } from '#app/routes/uploaded-file.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { ImportRuns } from '#app/ui/contacts/import-runs.tsx'
import { Field } from '#app/ui/field.tsx'
import { FileInput } from '#app/ui/file-input.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.import')
  return { title: pageTitle(args, 'imports.title'), runs: listImports(db, member) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.import')
  const file = findUpload(await readFormData(request), 'file')
  if (!file) return refuse('file_required')
  const table = await readTable(await bytesOf(file))
  if (!table.ok) return refuse(table.reason)
  const id = createImport(db, member, { ...table, fileName: file.name })
  return redirect(`/contacts/import/${id}`)
}

function refuse(code: string): FormResult {
  return { errors: { file: { code, values: { max: '10 MB' } } } }
}

export default function ImportContacts() {
  const t = useT()
  const { runs } = useLoaderData<typeof loader>()
  return (
    <Page>
      <PageHeader
        title={t('imports.title')}
        description={t('imports.lead')}
        back={{ to: '/contacts', label: t('contacts.title') }}
      />
      <Card>
        <FormState result={useActionData<typeof action>()}>
          <Form
            method="post"
            action="/contacts/import"
            encType="multipart/form-data"
            className="flex flex-col gap-5"
            noValidate
          >
            <FormErrorSummary />
            <Field name="file" label={t('imports.file')} help={t('imports.fileHelp')}>
              <FileInput accept=".csv,.tsv,.txt,.xlsx,text/csv" />
            </Field>
            <div>
              <SubmitButton>{t('imports.upload')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
      {runs.length > 0 && <ImportRuns runs={runs} />}
    </Page>
  )
}
