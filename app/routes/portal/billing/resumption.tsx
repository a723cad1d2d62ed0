import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { noteBilling } from '#app/routes/billing-page.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes a cancellation back, or comes back after it. */
export function action({ context }: ActionFunctionArgs) {
  const portal = requireMember(context, 'billing.write')
  const resumed = portal.billing.resume(portal.member)
  if (!resumed.ok) return redirect('/settings/billing?note=refused')
  noteBilling(portal, 'billing.resumed')
  return redirect('/settings/billing?note=resumed')
}
