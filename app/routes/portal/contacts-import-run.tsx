import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findImport, previewRows, startImport } from '#app/domain/contact-imports/imports.server.ts'
import { importTargets } from '#app/domain/contact-imports/mapping.ts'
import type { ImportMapping, ImportTarget } from '#app/domain/contact-imports/mapping.ts'
import { listFields } from '#app/domain/contacts/fields.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { ImportMappingForm } from '#app/ui/contacts/import-mapping-form.tsx'
import { ImportProgress } from '#app/ui/contacts/import-progress.tsx'
import { FormState } from '#app/ui/form-state.tsx'
import type { FormResult } from '#app/ui/form-state.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Page, PageHeader } from '#app/ui/page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'contacts.import')
  const found = findImport(db, member, Number(args.params['id']))
  if (!found) throw new Response(null, { status: 404 })
  return {
    ...{ title: pageTitle(args, 'imports.title'), run: found },
    preview: found.state === 'mapping' ? previewRows(db, found.id) : [],
    fields: listFields(db).map(({ id, name }) => ({ id, name })),
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.import')
  const id = Number(params['id'])
  const found = findImport(db, member, id)
  if (!found) throw new Response(null, { status: 404 })
  const form = await readFormData(request)
  const mapping: ImportMapping = found.header.map((_, column) => toTarget(form, column))
  const duplicates = form.get('duplicates') === 'skip' ? 'skip' : 'update'
  const started = startImport(db, member, { id, mapping, duplicates })
  if (started.ok || started.reason === 'not_found') return redirect(`/contacts/import/${id}`)
  const values = mapping.map((target, column) => [`column-${column}`, target ?? ''])
  const result: FormResult = {
    errors: { '': started.reason },
    values: { ...(Object.fromEntries(values) as Record<string, string>), duplicates },
  }
  return result
}

function toTarget(form: FormData, column: number): ImportTarget | null {
  const value = form.get(`column-${column}`)
  if (typeof value !== 'string') return null
  if (/^field:[1-9]\d{0,9}$/.test(value)) return value as ImportTarget
  return importTargets.find((target) => target === value) ?? null
}

export default function ImportRun() {
  const t = useT()
  const { run, preview, fields } = useLoaderData<typeof loader>()
  const result = useActionData<typeof action>()
  return (
    <Page width="wide">
      <PageHeader
        title={run.fileName}
        description={t('imports.rows', { count: run.rowsTotal })}
        back={{ to: '/contacts/import', label: t('imports.title') }}
      />
      {run.state === 'mapping' ? (
        <FormState result={result}>
          <ImportMappingForm run={run} preview={preview} fields={fields} />
        </FormState>
      ) : (
        <ImportProgress run={run} />
      )}
    </Page>
  )
}
