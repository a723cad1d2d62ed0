import type { ActionFunctionArgs } from '@remix-run/node'
import { wakeConversation } from '#app/domain/conversations/snooze.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const id = Number(params['id'])
  const form = await readFormData(request)
  return finish(form, wakeConversation(db, member, id))
}
