import type { ActionFunctionArgs } from '@remix-run/node'
import { endDemo } from '#app/platform/demos/demos.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { toProspectPage } from '#app/routes/prospect-page.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Ends a demo now; all of it is erased. @throws Response 404 without one */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const prospectId = Number(params['id'])
  return toProspectPage(
    prospectId,
    endDemo(platform, user, { prospectId, at: Date.now() }),
    'demo_ended',
  )
}
