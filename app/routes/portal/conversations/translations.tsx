import type { ActionFunctionArgs } from '@remix-run/node'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** The newest of what the customer wrote, as far as nobody had it translated before. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member, services } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const result = await services.ai.translate(db, {
    ...{ actor: member, conversationId: Number(params['id']), language: member.language },
    signal: request.signal,
  })
  return finish(form, result)
}
