import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { readThread } from '#app/routes/portal/conversations/thread-data.server.ts'
import { textOf } from '#app/ui/inbox/form-text.ts'
import type { ComposerResult } from '#app/ui/inbox/page-data.ts'
import { ThreadPage } from '#app/ui/inbox/thread-page.tsx'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** What the assistant would answer, for a member to send, change or leave. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member, services } = requireMember(context, 'conversations.reply')
  const conversation = findReachable(db, member, Number(params['id']))
  // A page without a script sends the words along, and gets them back with the answer.
  const text = textOf(await readFormData(request), 'text').replace(/\r\n/g, '\n')
  if (!conversation) return toResponse({ ok: false, reason: 'not_found' })
  const made = await services.ai.suggest(db, {
    ...{ conversationId: conversation.id, memberId: member.id, signal: request.signal },
  })
  if (!made.ok) return toResponse({ ok: false, reason: made.reason, text, mode: 'reply' })
  const sources = made.sources.map(({ number, sourceKind: kind, title, text }) => ({
    ...{ number, kind, title, text },
  }))
  const { writer, unsourced } = made
  const suggestion = { text: made.text, writer, sources, unsourced }
  return toResponse({ ok: true, text, suggestion })
}

function toResponse(result: ComposerResult): Response {
  const isGone = !result.ok && result.reason === 'not_found'
  return Response.json(result, { status: result.ok ? 200 : isGone ? 404 : 422 })
}

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = requireMember(context, 'conversations.read')
  return readThread(member, params['id'], new URL(request.url))
}

export default function SuggestedReply() {
  const result = useActionData<ComposerResult>()
  return <ThreadPage data={useLoaderData<typeof loader>()} result={result} />
}
