import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { setSupporters } from '#app/platform/companies/supporters.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readForm } from '#app/routes/account/posted-form.server.ts'
import { requireCompany } from '#app/routes/admin/company-frame.server.ts'

export const loader = postOnlyLoader

/** Gives the company to the ticked people of support, and takes it from the others. */
export async function action(args: ActionFunctionArgs) {
  const { platform, user, company, services } = requireCompany(args, 'tenants.write')
  const userIds = (await readForm(args.request)).getAll('user').map(Number)
  setSupporters(platform, user, { tenantId: company.id, userIds, at: Date.now() })
  await services.support.settleLost()
  return redirect(`/admin/companies/${company.id}?note=support`)
}
