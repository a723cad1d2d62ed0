import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteProduct, findProduct } from '#app/domain/catalog/products.server.ts'
import { removeFile } from '#app/domain/files/store.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Deletes a product and its picture; the assistant stops offering it at once. */
export async function action({ params, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  const id = Number(params['id'])
  const imageFileId = findProduct(db, id)?.imageFileId
  if (!deleteProduct(db, id)) throw new Response(null, { status: 404 })
  if (imageFileId) await removeFile(db, imageFileId)
  return redirect('/knowledge/products?note=deleted')
}
