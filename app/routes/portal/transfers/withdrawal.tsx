import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { withdrawTransfer } from '#app/domain/transfers/decide.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes one's own waiting request back. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  if (!withdrawTransfer(db, member, Number(params['id']))) throw new Response(null, { status: 404 })
  return redirect('/transfers?note=withdrawn')
}
