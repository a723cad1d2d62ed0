import type { ActionFunctionArgs } from '@remix-run/node'
import { cancelScheduled } from '#app/domain/scheduled-messages/change.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** A scheduled message is not sent, or one that failed is put away. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const place = { conversationId: Number(params['id']), scheduledId: Number(params['scheduledId']) }
  return finish(await readFormData(request), cancelScheduled(db, member, place))
}
