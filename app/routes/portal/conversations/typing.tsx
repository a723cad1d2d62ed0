import type { ActionFunctionArgs } from '@remix-run/node'
import { noteMemberTyping } from '#app/domain/conversations/typing.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

/** The composer says now and then that somebody is writing in it. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  return finish(await readFormData(request), noteMemberTyping(db, member, Number(params['id'])))
}
