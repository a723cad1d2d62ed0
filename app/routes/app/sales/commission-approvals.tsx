import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { approveCommissions } from '#app/platform/sales/decide-commissions.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { decisionForm } from '#app/routes/prospect-form.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Approves what was shown as pending of a rep. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.manage')
  const read = await readForm(request, decisionForm)
  if (!read.ok) return redirect('/sales/commissions?problem=changed_elsewhere', 303)
  const result = approveCommissions(platform, user, read.values)
  const said = result.ok ? 'note=approved' : `problem=${result.reason}`
  return redirect(`/sales/commissions?${said}`, 303)
}
