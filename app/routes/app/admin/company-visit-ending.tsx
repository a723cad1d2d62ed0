import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'

export const loader = postOnlyLoader

/** Ends a visit for support at once; the company's owners are told. */
export async function action(args: ActionFunctionArgs) {
  const { user, company, services } = requireCompany(args, 'tenants.write')
  const id = Number(args.params['visitId'])
  const hasEnded = await services.support.revoke(user, { tenantId: company.id, id })
  const query = hasEnded ? 'note=visit_ended' : 'problem=visit_over'
  return redirect(`/admin/companies/${company.id}?${query}`)
}
