import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { upsertDocument } from '#app/domain/knowledge/documents.server.ts'
import { readDocumentForm, takeFiles, toDocumentErrors } from '#app/routes/document-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { Field } from '#app/ui/field.tsx'
import { useT } from '#app/ui/i18n-provider.tsx'
import { Input } from '#app/ui/input.tsx'
import { DocumentFiles, DocumentText } from '#app/ui/knowledge/document-fields.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader(args: LoaderFunctionArgs) {
  requireMember(args.context, 'knowledge.write')
  return { title: pageTitle(args, 'knowledge.documentNew') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'knowledge.write')
  const read = await readDocumentForm(request)
  if (!read.ok) return read.result
  const { values } = read
  if ('text' in values) {
    const saved = upsertDocument(db, { name: values.name, text: values.text, memberId: member.id })
    if (saved.ok) return redirect('/knowledge/documents?note=saved')
    return refuseForm(values, toDocumentErrors(saved)).result
  }
  const fits = billing.fitsStorage(db)
  const taken = await takeFiles(db, values.files, { memberId: member.id, fits })
  if (taken.ok) return redirect(`/knowledge/documents?note=taken&count=${taken.taken}`)
  return refuseForm({}, { file: taken.error }).result
}

export default function NewDocument() {
  const t = useT()
  return (
    <EditPage
      kind="document"
      title={t('knowledge.documentNew')}
      action="/knowledge/documents/new"
      mayWrite
      result={useActionData<typeof action>()}
    >
      <DocumentFiles />
      <DocumentText label={t('knowledge.documentOr')} />
      <Field
        name="name"
        label={t('knowledge.documentName')}
        help={t('knowledge.documentNameHelp')}
        optional
      >
        <Input autoComplete="off" />
      </Field>
    </EditPage>
  )
}
