import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { retryPlatformJob } from '#app/platform/failed-jobs.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Tries failed work again. @throws Response 404 when there is no such failed job */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'tenants.write')
  const id = Number(params['id'])
  if (!retryPlatformJob(platform, user, { id, at: Date.now() }))
    throw new Response(null, { status: 404 })
  return redirect('/admin/jobs?note=queued')
}
