import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { cancelSession } from '#app/platform/onboarding/cancel.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Calls it off, as long as there is no company. @throws Response 404 */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const id = Number(params['id'])
  if (!cancelSession(platform, user, { id, at: Date.now() }))
    throw new Response(null, { status: 404 })
  return redirect(`/sales/onboarding/${id}`, 303)
}
