import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { reopenConversation } from '#app/domain/conversations/reopen.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

const reopening = z.object({ sale: z.enum(['keep', 'void', 'undo']).catch('keep') })

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const how = reopening.parse({ sale: form.get('sale') })
  return finish(form, reopenConversation(db, member, Number(params['id']), how))
}
