import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findDocument, upsertDocument } from '#app/domain/knowledge/documents.server.ts'
import { readDocumentForm, takeFiles, toDocumentErrors } from '#app/routes/document-form.server.ts'
import { toDocumentView } from '#app/routes/document-view.server.ts'
import { refuseForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { DocumentPage } from '#app/ui/knowledge/document-page.tsx'

export { titleMeta as meta } from '#app/routes/page-exports.ts'

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.read')
  const found = findDocument(db, Number(params['id']))
  if (!found) throw new Response(null, { status: 404 })
  return { title: found.name, ...toDocumentView(db, member, { document: found, request }) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'knowledge.write')
  const known = findDocument(db, Number(params['id']))
  if (!known) throw new Response(null, { status: 404 })
  const read = await readDocumentForm(request)
  if (!read.ok) return read.result
  const { values } = read
  if ('text' in values) {
    // What a file or a website says is changed there.
    if (known.origin !== 'written') throw new Response(null, { status: 409 })
    const { name } = known
    const saved = upsertDocument(db, { name, text: values.text, memberId: member.id })
    if (saved.ok) return redirect('/knowledge/documents?note=saved')
    return refuseForm(values, toDocumentErrors(saved)).result
  }
  const fits = billing.fitsStorage(db)
  const to = { memberId: member.id, fits, documentId: known.id }
  const taken = await takeFiles(db, values.files.slice(0, 1), to)
  if (taken.ok) return redirect(`/knowledge/documents/${known.id}?note=taken&count=1`)
  return refuseForm({}, { file: taken.error }).result
}

export default function EditDocument() {
  return (
    <DocumentPage view={useLoaderData<typeof loader>()} result={useActionData<typeof action>()} />
  )
}
