import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { lookLater } from '#app/platform/certificates/look.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Has every watched host's certificate looked at now. */
export function action({ context }: ActionFunctionArgs) {
  const { platform } = requireUser(context, 'health.write')
  lookLater(platform, Date.now())
  return redirect('/admin/health?note=looking#certificates')
}
