import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { scheduleMessage } from '#app/domain/scheduled-messages/schedule.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import {
  keepFiles,
  parseReplyForm,
  toTemplateUse,
} from '#app/routes/portal/conversations/read-reply.server.ts'
import { readSchedule } from '#app/routes/portal/conversations/read-schedule.server.ts'
import { readThread } from '#app/routes/portal/conversations/thread-data.server.ts'
import type { ComposerResult } from '#app/ui/inbox/page-data.ts'
import { ThreadPage } from '#app/ui/inbox/thread-page.tsx'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** Keeps a member's message until the time it is to be sent. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'conversations.reply')
  const conversation = findReachable(db, member, Number(params['id']))
  const form = await readFormData(request)
  const reply = parseReplyForm(form)
  if (!conversation) return finish(form, { ok: false, reason: 'not_found' })
  if (!reply) return finish(form, { ok: false, reason: 'message_too_long' })
  const kept = await keepFiles(db, member, { ...reply, fits: billing.fitsStorage(db) })
  const template = reply.templateId ? toTemplateUse(db, conversation.endpointId, reply) : undefined
  const result = kept.ok
    ? scheduleMessage(db, member, {
        ...{ conversationId: conversation.id, template, fileIds: kept.fileIds },
        ...{ text: template ? undefined : reply.text, replyToId: reply.replyToId },
        ...readSchedule(db, form),
      })
    : kept
  if (result.ok || !form.has('returnTo')) return finish(form, result)
  const refused: ComposerResult = { ...result, text: reply.text, mode: 'reply' }
  return Response.json(refused, { status: result.reason === 'not_found' ? 404 : 422 })
}

/** Only a refused schedule of a page without JavaScript is shown here, with what was typed. */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = requireMember(context, 'conversations.read')
  return readThread(member, params['id'], new URL(request.url))
}

export default function RefusedSchedule() {
  const result = useActionData<ComposerResult>()
  return <ThreadPage data={useLoaderData<typeof loader>()} result={result} />
}
