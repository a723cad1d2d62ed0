import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { stepIn } from '#app/domain/watching/watch.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Who looked on takes the conversation over. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.watch')
  const id = Number(params['id'])
  const done = stepIn(db, member, id)
  if (!done.ok && done.reason === 'not_found') throw new Response(null, { status: 404 })
  return redirect(`/conversations/${id}${done.ok ? '' : `?problem=${done.reason}`}`, 303)
}
