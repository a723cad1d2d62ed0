import type { ActionFunctionArgs } from '@remix-run/node'
import { takeOver } from '#app/domain/conversations/take-over.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** A person answers from here on. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  return finish(await readFormData(request), takeOver(db, member, Number(params['id'])))
}
