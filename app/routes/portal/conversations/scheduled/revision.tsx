import type { ActionFunctionArgs } from '@remix-run/node'
import { reviseScheduled } from '#app/domain/scheduled-messages/change.server.ts'
import { requireMember } from '#app/routes/require.server.ts'
import { finish } from '#app/routes/portal/conversations/finish.server.ts'
import { readSchedule } from '#app/routes/portal/conversations/read-schedule.server.ts'
import { textOf } from '#app/ui/inbox/form-text.ts'
import { readFormData } from '#app/routes/read-form.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

/** A scheduled message gets other words or another time. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'conversations.reply')
  const form = await readFormData(request)
  const text = form.has('text') ? textOf(form, 'text').replace(/\r\n/g, '\n') : undefined
  const result = reviseScheduled(db, member, {
    ...{ conversationId: Number(params['id']), scheduledId: Number(params['scheduledId']), text },
    ...readSchedule(db, form),
  })
  return finish(form, result)
}
