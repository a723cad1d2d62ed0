import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { findPriority, raisePriority } from '#app/domain/labels/priorities.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Puts a priority above the next more urgent one; the topmost stays where it is. */
export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  const id = Number(params['id'])
  if (!findPriority(db, id)) throw new Response(null, { status: 404 })
  raisePriority(db, member, id)
  return redirect('/settings/priorities')
}
