import type { ActionFunctionArgs } from '@remix-run/node'
import { cancelMeeting } from '#app/platform/meetings/meetings.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { toProspectPage } from '#app/routes/prospect-page.server.ts'
import { requireUser } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

/** Calls a demo off; everybody's calendar is told. @throws Response 404 */
export function action({ params, context }: ActionFunctionArgs) {
  const { platform, user } = requireUser(context, 'sales.read')
  const prospectId = Number(params['id'])
  const id = Number(params['meetingid'])
  const cancelled = cancelMeeting(platform, user, { prospectId, id, at: Date.now() })
  return toProspectPage(prospectId, cancelled, 'meeting_cancelled')
}
