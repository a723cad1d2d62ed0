import type { ActionFunctionArgs } from '@remix-run/node'
import { snoozeConversation } from '#app/domain/conversations/snooze.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readSnoozeForm } from '#app/routes/portal/conversations/read-snooze.server.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const time = readSnoozeForm(db, form)
  if (!time.ok) return finish(form, time)
  const conversationId = Number(params['id'])
  const { until } = time
  const result = snoozeConversation(db, member, { conversationId, until })
  if (!result.ok) return finish(form, result)
  const done = { ok: true as const, until }
  return finish(form, done, `snoozed=${conversationId}`)
}
