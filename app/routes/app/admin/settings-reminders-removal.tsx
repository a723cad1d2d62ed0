import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { removeReminderChannel } from '#app/platform/billing/reminders/channel.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** From now on companies are reminded by e-mail only. */
export function action({ context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'control.write')
  removeReminderChannel(platform, user)
  return redirect('/admin/settings/reminders?saved')
}
