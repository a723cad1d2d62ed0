import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { toSafePath } from '#app/routes/account/safe-path.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Puts the warning of a limit away for oneself, until the next threshold or period. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { billing, member } = requireMember(context, 'billing.read')
  const { returnTo } = await readFields(request)
  billing.dismissWarning(member.id)
  return redirect(toSafePath(returnTo) ?? '/settings/billing', 303)
}
