import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { refusePayment } from '#app/platform/billing/manual-payments.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** The money is not there, or it was written down by mistake. */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'tenants.write')
  const decided = refusePayment(platform, user, {
    ...{ id: Number(params['id']), reason: 'refused_by_staff', at: Date.now() },
  })
  if (decided.ok) return redirect('/admin/payments?note=refused')
  if (decided.reason === 'not_found') throw new Response(null, { status: 404 })
  return redirect(`/admin/payments?problem=payment_${decided.reason}`)
}
