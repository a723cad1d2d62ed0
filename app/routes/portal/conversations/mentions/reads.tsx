import type { ActionFunctionArgs } from '@remix-run/node'
import { markMentionsRead } from '#app/domain/mentions/read.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** This member has seen the notes that name them. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.read')
  const form = await request.formData()
  const isRead = markMentionsRead(db, member, Number(params['id']))
  return finish(form, isRead ? { ok: true } : { ok: false, reason: 'not_found' })
}
