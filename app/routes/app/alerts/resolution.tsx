import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { resolveAlert } from '#app/platform/alerts/list.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Settles an alert. @throws Response 404 when there is none that is open */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'health.write')
  if (!resolveAlert(platform, user, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/admin/alerts?note=resolved')
}
