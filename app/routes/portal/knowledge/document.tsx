import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findDocument, upsertDocument } from '#app/domain/knowledge/documents.server.ts'
import { listPassagesOf } from '#app/domain/knowledge/passages.server.ts'
import { can } from '#app/domain/members/permissions.ts'
import { readDocumentForm, toDocumentErrors } from '#app/routes/document-form.server.ts'
import { pageTitle } from '#app/routes/page-title.server.ts'
import { refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { useT } from '#app/ui/i18n-provider.tsx'
import { DocumentFile, DocumentText, LongText } from '#app/ui/knowledge/document-fields.tsx'
import { EditPage } from '#app/ui/knowledge/edit-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

/** Longer texts make a form slow on a cheap phone. */
const EDITED_CHARACTERS_MAX = 100_000
const SHOWN_CHARACTERS = 5_000

export function loader(args: LoaderFunctionArgs) {
  const { db, member } = requireMember(args.context, 'knowledge.read')
  const found = findDocument(db, Number(args.params['id']))
  if (!found) throw new Response(null, { status: 404 })
  const { id, name, text } = found
  const isLong = text.length > EDITED_CHARACTERS_MAX
  return {
    title: pageTitle(args, 'knowledge.documents'),
    document: { id, name, text: isLong ? text.slice(0, SHOWN_CHARACTERS) : text },
    ...{ isLong, length: text.length, mayWrite: can(member, 'knowledge.write') },
    passages: listPassagesOf(db, { kind: 'document', id }).length,
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  const known = findDocument(db, Number(params['id']))
  if (!known) throw new Response(null, { status: 404 })
  const read = await readDocumentForm(request)
  if (!read.ok) return read.result
  const saved = upsertDocument(db, { ...read.values, name: known.name })
  if (saved.ok) return redirect('/knowledge/documents?note=saved')
  return refuseForm(read.values, toDocumentErrors(saved)).result
}

export default function EditDocument() {
  const t = useT()
  const { document, isLong, length, mayWrite, passages } = useLoaderData<typeof loader>()
  return (
    <EditPage
      kind="document"
      title={document.name}
      description={t('knowledge.passages', { count: passages })}
      action={`/knowledge/documents/${document.id}`}
      mayWrite={mayWrite}
      result={useActionData<typeof action>()}
      deletion={{
        title: t('knowledge.documentDeleteTitle', { name: document.name }),
        lead: t('knowledge.documentDeleteLead', { count: passages }),
      }}
    >
      {isLong ? (
        <LongText text={document.text} length={length} />
      ) : (
        <DocumentText label={t('knowledge.documentText')} text={document.text} />
      )}
      {mayWrite && <DocumentFile />}
    </EditPage>
  )
}
