import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteCanned } from '#app/domain/canned-responses/save.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  if (!deleteCanned(db, member, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/settings/canned-responses?saved')
}
