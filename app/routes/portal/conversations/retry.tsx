import type { ActionFunctionArgs } from '@remix-run/node'
import { retryReachable } from '#app/domain/conversations/retry-reachable.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** Sends a message again that failed or may not have arrived. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const conversationId = Number(params['id'])
  const messageId = Number(params['messageId'])
  return finish(
    await readFormData(request),
    retryReachable(db, member, { conversationId, messageId }),
  )
}
