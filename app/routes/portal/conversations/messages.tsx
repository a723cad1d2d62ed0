import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { answerAsMember } from '#app/domain/conversations/answer.server.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { holdMsOf } from '#app/domain/conversations/take-back.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import {
  keepFiles,
  parseReplyForm,
  toTemplateUse,
} from '#app/routes/portal/conversations/read-reply.server.ts'
import { readThread } from '#app/routes/portal/conversations/thread-data.server.ts'
import type { ComposerResult } from '#app/ui/inbox/page-data.ts'
import { ThreadPage } from '#app/ui/inbox/thread-page.tsx'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** Sends a member's message. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member, billing } = requireMember(context, 'conversations.reply')
  const conversation = findReachable(db, member, Number(params['id']))
  const form = await readFormData(request)
  const reply = parseReplyForm(form)
  if (!conversation) return finish(form, { ok: false, reason: 'not_found' })
  if (!reply) return finish(form, { ok: false, reason: 'message_too_long' })
  const { id: conversationId, endpointId } = conversation
  const kept = await keepFiles(db, member, { ...reply, fits: billing.fitsStorage(db) })
  const template = reply.templateId ? toTemplateUse(db, endpointId, reply) : undefined
  const result = kept.ok
    ? answerAsMember(db, member, {
        ...{ conversationId, sendKey: reply.sendKey, template, fileIds: kept.fileIds },
        ...{ text: template ? undefined : reply.text, replyToId: reply.replyToId },
        holdMs: holdMsOf(db, member),
        meanwhile: { seenId: reply.seenId, confirmedId: reply.confirmedId },
      })
    : kept
  if (result.ok || !form.has('returnTo')) return finish(form, result)
  const { text, replyToId } = reply
  const refused: ComposerResult = { ...result, text, mode: 'reply', replyToId }
  return Response.json(refused, { status: result.reason === 'not_found' ? 404 : 422 })
}

/** Only a refused message of a page without JavaScript is shown here, with what was typed. */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const member = requireMember(context, 'conversations.read')
  return readThread(member, params['id'], new URL(request.url))
}

export default function RefusedMessage() {
  const result = useActionData<ComposerResult>()
  const quotedId = result?.ok === false ? result.replyToId : undefined
  return <ThreadPage data={{ ...useLoaderData<typeof loader>(), quotedId }} result={result} />
}
