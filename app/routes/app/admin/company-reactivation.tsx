import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { reactivateTenant } from '#app/platform/tenants/suspend.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'

export const loader = postOnlyLoader

/** Opens a company again and wakes its jobs. @throws Response 404 when nobody suspended it */
export function action(args: ActionFunctionArgs) {
  const { platform, user, company } = requireCompany(args, 'tenants.write')
  if (!reactivateTenant(platform, user, company.id)) throw new Response(null, { status: 404 })
  return redirect(`/admin/companies/${company.id}?note=reactivated`)
}
