import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { listFileIds, removeUnused } from '#app/domain/knowledge/document-versions.server.ts'
import { deleteDocument } from '#app/domain/knowledge/documents.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Deletes a document and its files; the assistant stops using it at once. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  const id = Number(params['id'])
  const fileIds = listFileIds(db, id)
  if (!deleteDocument(db, id)) throw new Response(null, { status: 404 })
  await removeUnused(db, fileIds)
  return redirect('/knowledge/documents?note=deleted')
}
