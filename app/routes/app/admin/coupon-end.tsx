import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { endCoupon, findCoupon } from '#app/platform/billing/coupons.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Nobody can enter the coupon any more. @throws Response 404 */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'plans.write')
  const coupon = findCoupon(platform, params['code'] ?? '')
  if (!coupon) throw new Response(null, { status: 404 })
  const by = { kind: 'user', id: user.id, name: user.name } as const
  endCoupon(platform, by, { code: coupon.code, at: Date.now() })
  return redirect('/admin/coupons?note=ended')
}
