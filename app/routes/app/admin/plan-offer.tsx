import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { offerPlan } from '#app/platform/companies/plan-edit.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Offers a plan again. @throws Response 404 */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'plans.write')
  const offer = { id: params['plan'] ?? '', isOffered: true, at: Date.now() }
  const result = offerPlan(platform, user, offer)
  if (!result.ok && result.reason === 'not_found') throw new Response(null, { status: 404 })
  return redirect(`/admin/plans?${result.ok ? 'note=offered' : `problem=${result.reason}`}`)
}
