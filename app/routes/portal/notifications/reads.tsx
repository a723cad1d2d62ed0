import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { markAllNotificationsRead } from '#app/domain/notifications/unread.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { readForm } from '#app/routes/read-form.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

const form = z.object({ upTo: z.coerce.number().int().positive() })

/** Everything shown has been read. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context)
  const read = await readForm(request, form)
  if (!read.ok) throw new Response(null, { status: 400 })
  markAllNotificationsRead(db, member.id, read.values.upTo)
  return redirect('/notifications')
}
