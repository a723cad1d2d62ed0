import type { ActionFunctionArgs } from '@remix-run/node'
import { reactAsMember } from '#app/domain/message-actions/change.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { textOf } from '#app/ui/inbox/form-text.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** The company's reaction on a message; without an emoji it is taken back. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const place = { conversationId: Number(params['id']), messageId: Number(params['messageId']) }
  return finish(form, reactAsMember(db, member, { ...place, emoji: textOf(form, 'emoji') || null }))
}
