import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { markNotificationRead } from '#app/domain/notifications/unread.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** One notification has been read. Somebody else's is not there. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context)
  if (!markNotificationRead(db, member.id, Number(params['id'])))
    throw new Response(null, { status: 404 })
  // A page with its script stays where it is, or has gone on to what was opened.
  const form = await readFormData(request)
  return form.has('stay') ? Response.json({ ok: true }) : redirect('/notifications')
}
