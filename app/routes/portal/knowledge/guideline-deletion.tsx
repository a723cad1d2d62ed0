import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteGuideline } from '#app/domain/training/guidelines.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** The assistant stops using it at once. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db } = requireMember(context, 'knowledge.write')
  if (!deleteGuideline(db, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/knowledge/guidelines?note=deleted')
}
