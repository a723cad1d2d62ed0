import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { auditLater } from '#app/platform/isolation/report.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Has every file looked at now; one run at a time. */
export function action({ context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'health.write')
  auditLater(platform, user)
  return redirect('/admin/isolation?note=started')
}
