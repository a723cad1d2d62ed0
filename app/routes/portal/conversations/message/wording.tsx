import type { ActionFunctionArgs } from '@remix-run/node'
import { editOwnMessage } from '#app/domain/message-actions/change.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { textOf } from '#app/ui/inbox/form-text.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** Other words for a message that is out. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await request.formData()
  const place = { conversationId: Number(params['id']), messageId: Number(params['messageId']) }
  return finish(
    form,
    editOwnMessage(db, member, { ...place, text: textOf(form, 'text').replace(/\r\n/g, '\n') }),
  )
}
