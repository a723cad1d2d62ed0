import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { removeSubscription } from '#app/domain/notifications/push-subscriptions.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes one of one's own devices away; it may be turned on again at any time. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context)
  if (!removeSubscription(db, member.id, Number(params['id'])))
    throw new Response(null, { status: 404 })
  return redirect('/profile/notifications?note=removed')
}
