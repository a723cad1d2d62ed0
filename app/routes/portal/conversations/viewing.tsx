import type { ActionFunctionArgs } from '@remix-run/node'
import { endViewing, noteViewing } from '#app/domain/viewers/viewing.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

/** The page says now and then that it has this conversation open, and once that it is left. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const note = form.get('state') === 'left' ? endViewing : noteViewing
  return finish(form, note(db, member, Number(params['id'])))
}
