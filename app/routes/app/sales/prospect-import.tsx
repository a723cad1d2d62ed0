import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { readTable } from '#app/domain/contact-imports/read-table.server.ts'
import {
  createProspectImport,
  listProspectImports,
  PROSPECT_IMPORT_ROWS_MAX,
} from '#app/platform/sales/import.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { bytesOf, findUpload } from '#app/routes/uploaded-file.server.ts'
import { SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Field } from '#app/ui/field.tsx'
import { FileInput } from '#app/ui/file-input.tsx'
import { FormErrorSummary } from '#app/ui/form-error-summary.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { Time } from '#app/ui/time.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const max = PROSPECT_IMPORT_ROWS_MAX

export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'sales.read')
  const title = pageTitle(args, 'prospects.importTitle')
  return { title, runs: listProspectImports(platform, user), max }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const file = findUpload(await readFormData(request), 'file')
  if (!file) return refuse('file_required')
  const table = await readTable(await bytesOf(file))
  if (!table.ok) return refuse(table.reason)
  if (table.rows.length > max) return refuse('import_rows_max', max)
  const id = createProspectImport(platform, user, { ...table, fileName: file.name })
  return redirect(`/sales/prospects/import/${id}`)
}

function refuse(code: string, max: string | number = '10 MB') {
  const result: FormResult = { errors: { file: { code, values: { max } } } }
  return data(result, { status: 422 })
}

export default function ImportProspects() {
  const t = useT()
  const { runs, max } = useLoaderData<typeof loader>()
  return (
    <Page>
      <PageHeader
        title={t('prospects.importTitle')}
        description={t('prospects.importLead')}
        back={{ to: '/sales/prospects', label: t('prospects.title') }}
      />
      <Card>
        <FormState result={useActionData<FormResult>()}>
          <Form
            method="post"
            action="/sales/prospects/import"
            encType="multipart/form-data"
            className="flex flex-col gap-5"
            noValidate
          >
            <FormErrorSummary />
            <Field
              name="file"
              label={t('prospects.importFile')}
              help={t('prospects.importFileHelp', { count: max })}
            >
              <FileInput accept=".csv,.tsv,.txt,.xlsx,text/csv" />
            </Field>
            <div>
              <SubmitButton>{t('prospects.importUpload')}</SubmitButton>
            </div>
          </Form>
        </FormState>
      </Card>
      {runs.length > 0 && (
        <Card title={t('prospects.importEarlier')}>
          <ul className="flex flex-col gap-3">
            {runs.map((run) => (
              <li key={run.id} className="flex flex-wrap justify-between gap-x-4">
                <Link to={`/sales/prospects/import/${run.id}`} className="text-accent underline">
                  {run.fileName}
                </Link>
                <span className="text-soft">
                  {run.state === 'done'
                    ? t('prospects.importDone', { count: run.added })
                    : t('prospects.importWaiting')}{' '}
                  <Time at={run.createdAt} className="text-faint" />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}
