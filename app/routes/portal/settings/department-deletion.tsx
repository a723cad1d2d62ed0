import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteDepartment } from '#app/domain/team/departments.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes a department away; its people stay. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  if (!deleteDepartment(db, member, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/settings/departments?saved')
}
