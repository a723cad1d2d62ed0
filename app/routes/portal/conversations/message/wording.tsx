import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { editOwnMessage } from '#app/domain/message-actions/change.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readThread } from '#app/routes/portal/conversations/thread-data.server.ts'
import { textOf } from '#app/ui/inbox/form-text.ts'
import type { ThreadData } from '#app/ui/inbox/page-data.ts'
import { ThreadPage } from '#app/ui/inbox/thread-page.tsx'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** Other words for a message that is out. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const place = { conversationId: Number(params['id']), messageId: Number(params['messageId']) }
  const text = textOf(form, 'text').replace(/\r\n/g, '\n')
  const result = editOwnMessage(db, member, { ...place, text })
  if (result.ok || !form.has('returnTo')) return finish(form, result)
  const status = result.reason === 'not_found' ? 404 : 422
  return Response.json({ ...result, id: place.messageId, text }, { status })
}

/** Only refused words of a page without JavaScript are shown here, as they were typed. */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = requireMember(context, 'conversations.read')
  return readThread(member, params['id'], new URL(request.url))
}

export default function RefusedWording() {
  const editing = useActionData<ThreadData['editing']>()
  return <ThreadPage data={{ ...useLoaderData<typeof loader>(), editing }} />
}
