import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { saveDraft } from '#app/domain/drafts/save.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

const draftForm = z.object({
  kind: z.enum(['reply', 'note']).catch('reply'),
  text: z.string().catch(''),
})

/** Keeps what somebody is typing: it survives a reload, and is there on another device. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const { kind, text } = draftForm.parse({ kind: form.get('kind'), text: form.get('text') })
  const conversationId = Number(params['id'])
  const words = text.replace(/\r\n/g, '\n')
  return finish(form, saveDraft(db, member, { conversationId, kind, text: words }))
}
