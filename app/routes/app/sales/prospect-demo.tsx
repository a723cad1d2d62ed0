import type { ActionFunctionArgs } from '@remix-run/node'
import { retryDemo } from '#app/platform/demos/demos.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { toProspectPage } from '#app/routes/prospect-page.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Makes a demo company for a prospect, or goes on with one that failed. @throws Response 404 */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user, services } = requireUser(context, 'sales.read')
  const prospectId = Number(params['id'])
  const at = Date.now()
  if (retryDemo(platform, user, { prospectId, at }))
    return toProspectPage(prospectId, { ok: true }, 'demo_made')
  return toProspectPage(prospectId, services.demos.open(user, prospectId, at), 'demo_made')
}
