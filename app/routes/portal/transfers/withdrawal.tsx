import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { withdrawTransfer } from '#app/domain/transfers/decide.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { toSafePath } from '#app/routes/account/safe-path.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes one's own waiting request back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  if (!withdrawTransfer(db, member, Number(params['id']))) throw new Response(null, { status: 404 })
  const returnTo = toSafePath((await readFormData(request)).get('returnTo'))
  return redirect(returnTo ?? '/transfers?note=withdrawn')
}
