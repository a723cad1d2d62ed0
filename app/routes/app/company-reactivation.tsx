import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { reactivateTenant } from '#app/platform/tenants/suspend.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Opens a company again and wakes its jobs. @throws Response 404 when there is no paused one */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'tenants.write')
  const id = params['tenant'] ?? ''
  if (!reactivateTenant(platform, user, id)) throw new Response(null, { status: 404 })
  return redirect(`/admin/companies/${id}?note=reactivated`)
}
