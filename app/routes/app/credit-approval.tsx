import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { approveCredit } from '#app/platform/billing/credit-asks.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** A second person agrees to a credit note. */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'tenants.write')
  const decided = approveCredit(platform, user, { id: Number(params['id']), at: Date.now() })
  if (decided.ok) return redirect('/admin/payments?note=issued')
  if (decided.reason === 'not_found') throw new Response(null, { status: 404 })
  return redirect(`/admin/payments?problem=credit_${decided.reason}`)
}
