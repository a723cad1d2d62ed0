import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { noteBilling } from '#app/routes/billing-page.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Somebody is not written to about money any more. */
export function action({ params, context }: ActionFunctionArgs) {
  const portal = requireMember(context, 'billing.write')
  const id = Number(params['id'])
  if (!portal.billing.removeContact(id)) throw new Response(null, { status: 404 })
  noteBilling(portal, 'billing.contact_removed', { id })
  return redirect('/settings/billing/contacts?note=removed')
}
