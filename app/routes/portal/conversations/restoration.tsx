import type { ActionFunctionArgs } from '@remix-run/node'
import { restoreConversation } from '#app/domain/conversations/deletion.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.delete')
  const id = Number(params['id'])
  const form = await readFormData(request)
  return finish(form, restoreConversation(db, member, id))
}
