import type { ActionFunctionArgs } from '@remix-run/node'
import { DEMO_DAYS, extendDemo } from '#app/platform/demos/demos.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { toProspectPage } from '#app/routes/prospect-page.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Gives a demo as many days again as it had at first. @throws Response 404 without one */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const prospectId = Number(params['id'])
  const extended = extendDemo(platform, user, { prospectId, days: DEMO_DAYS, at: Date.now() })
  return toProspectPage(prospectId, extended, 'demo_extended')
}
