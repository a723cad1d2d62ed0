import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { restoreTenant } from '#app/platform/tenants/leave.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'

export const loader = postOnlyLoader

/** Takes a deletion back. @throws Response 404 when the company is not leaving */
export function action(args: ActionFunctionArgs) {
  const { platform, user, company } = requireCompany(args, 'tenants.write')
  const { id: tenantId } = company
  if (!restoreTenant(platform, user, { tenantId, at: Date.now() }))
    throw new Response(null, { status: 404 })
  return redirect(`/admin/companies/${tenantId}?note=restored`)
}
