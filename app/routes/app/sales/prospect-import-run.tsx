import { data, redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { toImportColumn } from '#app/platform/sales/import-columns.ts'
import { findProspectImport, runProspectImport } from '#app/platform/sales/import.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { rowReader } from '#app/routes/prospect-row.server.ts'
import { readFormData, refuseForm, textFields } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'
import { ImportMapping } from '#app/ui/sales-portal/import-mapping.tsx'
import { ImportOutcome } from '#app/ui/sales-portal/import-outcome.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** One's own file on its way in. @throws Response 404 when it is somebody else's */
export function loader(args: LoaderFunctionArgs) {
  const { platform, user } = requireUser(args.context, 'sales.read')
  const run = findProspectImport(platform, user, Number(args.params['id']))
  if (!run) throw new Response(null, { status: 404 })
  return { title: pageTitle(args, 'prospects.importTitle'), run }
}

/** Says what the columns are and takes the rows. @throws Response 404 */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const id = Number(params['id'])
  const run = findProspectImport(platform, user, id)
  if (!run) throw new Response(null, { status: 404 })
  const form = await readFormData(request)
  const mapping = run.header.map((_, column) => toImportColumn(form.get(`column-${column}`)))
  const read = rowReader(user.language, form.get('industry'))
  const taken = runProspectImport(platform, user, { id, mapping, read })
  // Sent twice: the outcome of the first stands there.
  if (taken.ok || taken.reason === 'not_found') return redirect(`/sales/prospects/import/${id}`)
  const { result } = refuseForm(textFields(form), { '': taken.reason })
  return data(result, { status: 422 })
}

export default function ImportRun() {
  const t = useT()
  const { run } = useLoaderData<typeof loader>()
  const result = useActionData<FormResult>()
  return (
    <Page>
      <PageHeader
        title={run.fileName}
        description={t('prospects.importRows', { count: run.rowsTotal })}
        back={{ to: '/sales/prospects/import', label: t('prospects.importTitle') }}
      />
      {run.state === 'mapping' ? (
        <FormState result={result}>
          <ImportMapping header={run.header} guess={run.guess} preview={run.preview} />
        </FormState>
      ) : (
        <ImportOutcome id={run.id} added={run.added} problems={run.problems} />
      )}
    </Page>
  )
}
