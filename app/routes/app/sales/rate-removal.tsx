import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { removeRate } from '#app/platform/sales/rates.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** @throws Response 404 when there is none such */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.manage')
  if (!removeRate(platform, user, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/sales/rates?note=removed', 303)
}
