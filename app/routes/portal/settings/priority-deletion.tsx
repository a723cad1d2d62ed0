import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { deletePriority } from '#app/domain/labels/priorities.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes a priority away; the default one stays. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const deleted = deletePriority(db, member, Number(params['id']))
  if (!deleted.ok) throw new Response(null, { status: deleted.reason === 'not_found' ? 404 : 409 })
  return redirect('/settings/priorities?saved')
}
