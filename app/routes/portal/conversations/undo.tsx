import type { ActionFunctionArgs } from '@remix-run/node'
import { takeBack } from '#app/domain/conversations/take-back.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** A message that has not left yet is taken back; its words are the member's draft again. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const place = { conversationId: Number(params['id']), messageId: Number(params['messageId']) }
  return finish(await readFormData(request), takeBack(db, member, place))
}
