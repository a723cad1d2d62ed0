import type { ActionFunctionArgs } from '@remix-run/node'
import { giveBack } from '#app/domain/conversations/take-over.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** The assistant answers again. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  return finish(await readFormData(request), giveBack(db, member, Number(params['id'])))
}
