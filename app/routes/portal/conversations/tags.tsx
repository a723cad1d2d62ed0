import type { ActionFunctionArgs } from '@remix-run/node'
import { setTag } from '#app/domain/conversations/labels.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** Puts one tag on, or with `isOn` 0 takes it off. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const order = { tagId: Number(form.get('tagId')), isOn: form.get('isOn') !== '0' }
  return finish(form, setTag(db, member, { ...order, conversationId: Number(params['id']) }))
}
