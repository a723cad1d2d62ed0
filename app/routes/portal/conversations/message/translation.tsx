import type { ActionFunctionArgs } from '@remix-run/node'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** One message of a customer's in the reader's language, beneath what they wrote. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member, services } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const result = await services.ai.translate(db, {
    ...{ actor: member, conversationId: Number(params['id']) },
    ...{ messageId: Number(params['messageId']), language: member.language },
    signal: request.signal,
  })
  return finish(form, result)
}
