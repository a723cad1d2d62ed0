import type { ActionFunctionArgs } from '@remix-run/node'
import { setPriority } from '#app/domain/conversations/labels.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** An empty priority is the company's usual one. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const priorityId = Number(form.get('priorityId')) || null
  return finish(form, setPriority(db, member, { priorityId, conversationId: Number(params['id']) }))
}
