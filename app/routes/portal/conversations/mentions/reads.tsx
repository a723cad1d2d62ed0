import type { ActionFunctionArgs } from '@remix-run/node'
import { markMentionsRead } from '#app/domain/mentions/read.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** This member has seen the notes that name them. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.read')
  const form = await readFormData(request)
  const isRead = markMentionsRead(db, member, Number(params['id']))
  return finish(form, isRead ? { ok: true } : { ok: false, reason: 'not_found' })
}
