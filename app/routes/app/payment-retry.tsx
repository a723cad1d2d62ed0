import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { retryRefund } from '#app/platform/billing/refunds.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** The vendor of cards is asked again about a refund whose end nobody knows. */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'tenants.write')
  const retried = retryRefund(platform, user, { id: Number(params['id']), at: Date.now() })
  if (retried.ok) return redirect('/admin/payments?note=retried')
  if (retried.reason === 'not_found') throw new Response(null, { status: 404 })
  return redirect(`/admin/payments?problem=payment_${retried.reason}`)
}
