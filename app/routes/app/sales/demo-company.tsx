import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { beginFromDemo } from '#app/platform/demos/convert.server.ts'
import { demoParts } from '#app/platform/demos/demo-parts.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { toProspectPage } from '#app/routes/prospect-page.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Begins to make a company of what was tried in a demo. @throws Response 404 without one */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const prospectId = Number(params['id'])
  const form = await readFormData(request)
  const keeps = demoParts.filter((part) => form.has(part))
  const begun = beginFromDemo(platform, user, { prospectId, keeps, at: Date.now() })
  if (!begun.ok) return toProspectPage(prospectId, begun, '')
  return redirect(`/sales/onboarding/${begun.id}/business`, 303)
}
