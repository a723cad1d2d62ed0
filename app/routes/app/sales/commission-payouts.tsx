import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { payCommissions } from '#app/platform/sales/decide-commissions.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { payoutForm } from '#app/routes/prospect-form.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Notes that what was approved was paid to the rep. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.manage')
  const read = await readForm(request, payoutForm)
  const missing = read.ok ? undefined : read.result.errors?.['reference']
  if (!read.ok)
    return redirect(
      `/sales/commissions?problem=${missing ? 'reference_required' : 'changed_elsewhere'}`,
      303,
    )
  const result = payCommissions(platform, user, read.values)
  const said = result.ok ? 'note=paidOut' : `problem=${result.reason}`
  return redirect(`/sales/commissions?${said}`, 303)
}
