import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { removeTemplate } from '#app/domain/templates/save.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'knowledge.write')
  if (!removeTemplate(db, member, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/settings/templates?saved')
}
