import type { ActionFunctionArgs } from '@remix-run/node'
import { removeOwnMessage } from '#app/domain/message-actions/change.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** A message is deleted for both sides. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const place = { conversationId: Number(params['id']), messageId: Number(params['messageId']) }
  return finish(form, removeOwnMessage(db, member, place))
}
