import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { undoConversationMerge } from '#app/domain/contacts/merge-by-hand.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Takes a merge apart again, for 30 days. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'contacts.merge')
  const done = undoConversationMerge(db, member, Number(params['id']))
  if (!done.ok) throw new Response(null, { status: done.reason === 'not_found' ? 404 : 409 })
  return redirect(`/contacts/${done.id}?note=undone`)
}
