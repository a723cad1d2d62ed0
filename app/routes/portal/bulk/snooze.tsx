import type { ActionFunctionArgs } from '@remix-run/node'
import { runBulk } from '#app/routes/portal/bulk/run-bulk.server.ts'
import { readSnoozeForm } from '#app/routes/portal/conversations/read-snooze.server.ts'

export { sendAction as clientAction } from '#app/ui/inbox/send-action.ts'

export function action(args: ActionFunctionArgs) {
  return runBulk(args, (form, db) => {
    const time = readSnoozeForm(db, form)
    return time.ok ? { kind: 'snooze', until: time.until } : { refused: time.reason }
  })
}
