import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { closeConversation, closeOutcomes } from '#app/domain/conversations/close.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

const outcome = z.enum(closeOutcomes).catch('resolved')

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await request.formData()
  const id = Number(params['id'])
  const result = closeConversation(db, member, id, { outcome: outcome.parse(form.get('outcome')) })
  return finish(form, result, `closed=${id}`)
}
