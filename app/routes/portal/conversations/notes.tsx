import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addNote } from '#app/domain/conversations/notes.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { textOf } from '#app/ui/inbox/form-text.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readThread } from '#app/routes/portal/conversations/thread-data.server.ts'
import type { ComposerResult } from '#app/ui/inbox/page-data.ts'
import { ThreadPage } from '#app/ui/inbox/thread-page.tsx'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** Adds a note for colleagues. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const text = textOf(form, 'text').replace(/\r\n/g, '\n')
  const mentionIds = form.getAll('mentionId').map(Number)
  const result = addNote(db, member, Number(params['id']), text, mentionIds)
  if (result.ok || !form.has('returnTo')) return finish(form, result)
  const refused: ComposerResult = { ...result, text, mode: 'note' }
  return Response.json(refused, { status: result.reason === 'not_found' ? 404 : 422 })
}

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = requireMember(context, 'conversations.read')
  return readThread(member, params['id'], new URL(request.url))
}

export default function RefusedNote() {
  const result = useActionData<ComposerResult>()
  return <ThreadPage data={useLoaderData<typeof loader>()} result={result} />
}
