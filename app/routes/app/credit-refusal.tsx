import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { refuseCredit } from '#app/platform/billing/credit-asks.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** A credit note is not to be. */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'tenants.write')
  const decided = refuseCredit(platform, user, { id: Number(params['id']), at: Date.now() })
  if (decided.ok) return redirect('/admin/payments?note=dropped')
  if (decided.reason === 'not_found') throw new Response(null, { status: 404 })
  return redirect(`/admin/payments?problem=credit_${decided.reason}`)
}
