import type { ActionFunctionArgs } from '@remix-run/node'
import { markRead } from '#app/domain/conversations/reads.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** How far this member has read. Viewing a page never writes; the page says so by this. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.read')
  const form = await readFormData(request)
  const messageId = Number(form.get('messageId'))
  return finish(form, markRead(db, member, Number(params['id']), messageId))
}
