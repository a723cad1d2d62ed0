import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { assignConversation } from '#app/domain/conversations/assign.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** A member's id, or empty for the queue. */
const memberId = z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()])

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await request.formData()
  const parsed = memberId.safeParse(form.get('memberId'))
  if (!parsed.success) return finish(form, { ok: false, reason: 'member_not_found' })
  const conversationId = Number(params['id'])
  return finish(form, assignConversation(db, member, { conversationId, memberId: parsed.data }))
}
