import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { suspendTenant } from '#app/platform/tenants/suspend.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Pauses a company. @throws Response 404 when there is no active one */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'tenants.write')
  const id = params['tenant'] ?? ''
  const reason = ((await readFields(request))['reason'] ?? '').trim()
  if (!suspendTenant(platform, user, id, reason)) throw new Response(null, { status: 404 })
  return redirect(`/admin/companies/${id}?note=suspended`)
}
