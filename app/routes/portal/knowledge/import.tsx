import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { upsertProducts } from '#app/domain/catalog/products.server.ts'
import { upsertFaqs } from '#app/domain/knowledge/faqs.server.ts'
import { readImportForm, toImportError } from '#app/routes/import-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { RadioGroup } from '#app/ui/choice.tsx'
import { Field } from '#app/ui/field.tsx'
import { FileInput } from '#app/ui/file-input.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

const lists = { faq: '/knowledge', product: '/knowledge/products' } as const

export function loader(args: LoaderFunctionArgs) {
  requireMember(args.context, 'knowledge.write')
  const isProduct = new URL(args.request.url).searchParams.get('kind') === 'product'
  const kind = isProduct ? ('product' as const) : ('faq' as const)
  return { title: pageTitle(args, 'knowledge.importTitle'), kind }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  const read = await readImportForm(request)
  if (!read.ok) return read.result
  const { kind, rows } = read.values
  const added = kind === 'faq' ? upsertFaqs(db, rows) : upsertProducts(db, rows)
  if (!added.ok) return refuseForm({ kind }, { file: toImportError(added) }).result
  return redirect(`${lists[kind]}?note=imported&count=${added.added}`)
}

export default function Import() {
  const t = useT()
  const { kind } = useLoaderData<typeof loader>()
  return (
    <EditPage
      kind={kind}
      title={t('knowledge.importTitle')}
      description={t('knowledge.importLead')}
      action="/knowledge/import"
      mayWrite
      result={useActionData<typeof action>()}
      submitLabel={t('knowledge.importStart')}
    >
      <RadioGroup
        name="kind"
        legend={t('knowledge.importKind')}
        defaultValue={kind}
        look="cards"
        options={[
          { value: 'faq', label: t('knowledge.importFaq'), help: t('training.importCsv') },
          {
            value: 'product',
            label: t('knowledge.importProduct'),
            help: t('knowledge.importProductHelp'),
          },
        ]}
      />
      <Field name="file" label={t('knowledge.importFile')} help={t('knowledge.importFileHelp')}>
        <FileInput accept=".json,.csv,.xlsx,application/json,text/csv" />
      </Field>
    </EditPage>
  )
}
