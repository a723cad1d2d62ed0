import type { ActionFunctionArgs } from '@remix-run/node'
import { contactLanguages } from '#app/domain/contacts/languages.ts'
import { findReachable } from '#app/domain/conversations/reach.server.ts'
import { channelRules } from '#app/domain/endpoints/channel-kinds.ts'
import type { ChannelKind } from '#app/domain/endpoints/channel-kinds.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { textOf } from '#app/ui/inbox/form-text.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

/** What a member is about to send, in the customer's language: handed back, not kept. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member, services } = requireMember(context, 'conversations.reply')
  const conversation = findReachable(db, member, Number(params['id']))
  const form = await readFormData(request)
  const text = textOf(form, 'text').replace(/\r\n/g, '\n').trim()
  const language = contactLanguages.find((code) => code === textOf(form, 'language'))
  if (!conversation || !language) return finish(form, { ok: false, reason: 'not_found' })
  if (text === '') return finish(form, { ok: false, reason: 'empty_message' })
  if (text.length > channelRules[conversation.channel as ChannelKind].textMax)
    return finish(form, { ok: false, reason: 'message_too_long' })
  return finish(
    form,
    await services.ai.translateDraft(db, { text, language, signal: request.signal }),
  )
}
