import type { ActionFunctionArgs } from '@remix-run/node'
import { runBulk } from '#app/routes/portal/bulk/run-bulk.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

export function action(args: ActionFunctionArgs) {
  return runBulk(args, (form) => ({
    kind: 'priority',
    priorityId: Number(form.get('priorityId')) || null,
  }))
}
