import type { ActionFunctionArgs } from '@remix-run/node'
import { reopenConversation } from '#app/domain/conversations/reopen.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  return finish(await request.formData(), reopenConversation(db, member, Number(params['id'])))
}
