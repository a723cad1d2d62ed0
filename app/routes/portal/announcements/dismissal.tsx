import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readFields } from '#app/routes/account/posted-form.server.ts'
import { toSafePath } from '#app/routes/account/safe-path.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Puts an announcement away for oneself. @throws Response 404 when none is shown that may go */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { news, member } = requireMember(context)
  const { returnTo } = await readFields(request)
  if (!news.dismiss(member, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect(toSafePath(returnTo) ?? '/conversations', 303)
}
