import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { beginSession } from '#app/platform/onboarding/sessions.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { toProspectPage } from '#app/routes/prospect-page.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Begins setting a prospect's company up at once. @throws Response 404 */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const prospectId = Number(params['id'])
  const begun = beginSession(platform, user, { prospectId, at: Date.now() })
  if (!begun.ok) return toProspectPage(prospectId, begun, '')
  return redirect(`/sales/onboarding/${begun.id}/business`, 303)
}
