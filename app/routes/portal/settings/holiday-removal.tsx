import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs } from '@remix-run/node'
import { deleteHoliday } from '#app/domain/company/holidays.server.ts'
import { postOnlyLoader } from '#app/routes/account/post-only.server.ts'
import { requireMember } from '#app/routes/require.server.ts'

export const loader = postOnlyLoader

export function action({ params, context }: ActionFunctionArgs) {
  const { db, member } = requireMember(context, 'settings.write')
  if (!deleteHoliday(db, member, params['day'] ?? '')) throw new Response(null, { status: 404 })
  return redirect('/settings/hours?saved#holidays', 303)
}
